// The descriptions that a shell command line is about to give pull requests, with what it does to files before.

import { posix } from 'node:path'
import { type BodySource, readGhCommand } from './gh-command.ts'
import { parseShell } from './shell/parse-shell.ts'
import type { ShellCommand, Word } from './shell/shell-command.ts'

const maxDepth = 3

/**
 * What `gh pr create` and `gh pr edit` in `line` take their descriptions from, run in `cwd`. Files are absolute; those
 * that the line itself writes come as their text. Empty when there is no such command or `draft` runs first.
 */
export function findDescriptions(line: string, cwd: string): BodySource[] {
  const at = line.indexOf('gh')
  if (at < 0 || !line.includes('pr', at)) return []
  return new Walk(cwd).follow(line, 0)
}

class Walk {
  private cwd: string | null
  /** What earlier commands of the line write; null when it cannot be told. */
  private readonly written = new Map<string, string | null>()
  private isDrafted = false

  constructor(cwd: string) {
    this.cwd = cwd
  }

  follow(line: string, depth: number): BodySource[] {
    return parseShell(line).flatMap((command) => this.step(command, depth))
  }

  private step(command: ShellCommand, depth: number): BodySource[] {
    const words = unwrap(command.words)
    const [program = '', ...args] = words.map(({ text }) => text)
    if (args.includes('draft') && words.some(({ text }) => /\bai-worklog\b/.test(text))) this.isDrafted = true
    if (program === 'cd' || program === 'pushd') this.enter(words[1])
    if (/(?:^|\/)(?:ba|z|da|k)?sh$/.test(program) && depth < maxDepth) {
      const flag = args.findIndex((text) => /^-[a-z]*c$/.test(text))
      const script = flag < 0 ? undefined : words[flag + 2]
      if (script?.isKnown) return this.follow(script.text, depth + 1)
    }
    this.note(command, program, words)
    const found = this.isDrafted ? null : readGhCommand(words, command)
    return found === null ? [] : [this.locate(found)]
  }

  private enter(word: Word | undefined): void {
    const folder = word?.isKnown ? this.resolve(word.text) : null
    this.cwd = folder
  }

  /** Remembers what the command writes to files. */
  private note(command: ShellCommand, program: string, words: readonly Word[]): void {
    const outputs = command.output === null ? [] : [command.output]
    if (program === 'tee') outputs.push(...words.slice(1).filter(({ text }) => !text.startsWith('-')))
    const isCopy = (program === 'cat' && words.length === 1) || program === 'tee'
    for (const { text, isKnown } of outputs) {
      const path = isKnown ? this.resolve(text) : null
      if (path !== null) this.written.set(path, isCopy ? command.input : null)
    }
  }

  private locate(source: BodySource): BodySource {
    if (source.kind !== 'file') return source
    const path = this.resolve(source.path)
    if (path === null) return { kind: 'unknown' }
    const text = this.written.get(path)
    if (text === undefined) return { kind: 'file', path }
    return text === null ? { kind: 'unknown' } : { kind: 'text', text }
  }

  private resolve(path: string): string | null {
    if (path.startsWith('~')) return null
    if (posix.isAbsolute(path) || /^[A-Za-z]:[\\/]/.test(path)) return path
    return this.cwd === null ? null : posix.join(this.cwd.replaceAll('\\', '/'), path)
  }
}

/** Without assignments, keywords and programs that run another program. */
function unwrap(words: readonly Word[]): Word[] {
  const start = words.findIndex(({ text }) => !wrapper.test(text))
  return start < 0 ? [] : words.slice(start)
}

const wrapper =
  /^(?:[A-Za-z_]\w*=[\s\S]*|if|then|else|elif|do|while|until|!|\{|\}|time|command|exec|env|nohup|sudo|builtin)$/
