// The options of `gh pr create` and `gh pr edit` that say what the description will be.

import type { ShellCommand, Word } from './shell/shell-command.ts'

/** Where the description comes from. */
export type BodySource =
  | { kind: 'text'; text: string }
  | { kind: 'file'; path: string }
  /** It cannot be told, or `gh` asks a person. */
  | { kind: 'unknown' }

/** Options with a value, of `create` and `edit`, by their short and long names. */
const valued = new Set(
  (
    'a B b F H l m p r R T t assignee base body body-file head label milestone project reviewer repo template title ' +
    'recover add-assignee add-label add-project add-reviewer remove-assignee remove-label remove-project remove-reviewer'
  ).split(' '),
)

/** The source of the description that `command` (words after wrappers) sets; null when it is no such command. */
export function readGhCommand(words: readonly Word[], command: ShellCommand): BodySource | null {
  const [program, ...rest] = words
  if (!/(?:^|[\\/])gh(?:\.exe)?$/.test(program?.text ?? '')) return null
  const { options, names, isWhole } = readOptions(rest)
  const [group, action] = names
  if (group !== 'pr' || (action !== 'create' && action !== 'new' && action !== 'edit')) return null
  const has = (...keys: string[]) => keys.some((key) => options.has(key))
  if (has('help', 'h', 'web', 'w', 'editor', 'e', 'dry-run', 'recover')) return { kind: 'unknown' }
  const body = options.get('body') ?? options.get('b')
  if (body) return toSource(body)
  const file = options.get('body-file') ?? options.get('F')
  if (file) {
    if (!file.isKnown) return { kind: 'unknown' }
    if (file.text !== '-') return { kind: 'file', path: file.text }
    return command.input === null ? { kind: 'unknown' } : { kind: 'text', text: command.input }
  }
  // An edit of something else leaves the description as it is.
  if (action === 'edit') return null
  // A description that is made of commits, or not given, has nothing of ours.
  return isWhole ? { kind: 'text', text: '' } : { kind: 'unknown' }
}

function toSource(word: Word): BodySource {
  if (word.file !== null && word.text === '') return { kind: 'file', path: word.file }
  return word.isKnown ? { kind: 'text', text: word.text } : { kind: 'unknown' }
}

interface Options {
  /** By name without dashes; null for one without a value. */
  options: Map<string, Word | null>
  /** The arguments that are no options. */
  names: string[]
  /** False when a variable may hold more options. */
  isWhole: boolean
}

function readOptions(words: readonly Word[]): Options {
  const options: Options['options'] = new Map()
  const names: string[] = []
  let isWhole = true
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (word === undefined) break
    const long = /^--([\w-]+)(=?)/.exec(word.text)
    if (long !== null) {
      const [head, name = '', sign] = long
      if (sign === '=') options.set(name, { ...word, text: word.text.slice(head.length) })
      else options.set(name, valued.has(name) ? (words[++index] ?? null) : null)
    } else if (/^-[a-zA-Z]/.test(word.text)) {
      index += readShort(word, words[index + 1], options)
    } else {
      names.push(word.text)
      isWhole &&= word.isKnown
    }
  }
  return { options, names, isWhole }
}

/** Reads `-dF file`; resolves to how many words after it belong to it. */
function readShort(word: Word, next: Word | undefined, options: Options['options']): number {
  for (let at = 1; at < word.text.length; at++) {
    const name = word.text.charAt(at)
    if (!valued.has(name)) options.set(name, null)
    else {
      const value = word.text.slice(at + 1).replace(/^=/, '')
      const isNext = value === '' && word.file === null
      options.set(name, isNext ? (next ?? null) : { ...word, text: value })
      return isNext ? 1 : 0
    }
  }
  return 0
}
