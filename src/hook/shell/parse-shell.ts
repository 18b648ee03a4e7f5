// Reads a POSIX shell command line into words: quotes, escapes, here-documents and `$(cat …)` are resolved, everything
// else that a shell would expand makes a word unknown. Never runs anything, never throws.

import { CommandList, createCommand } from './command-list.ts'
import { readAnsiEscapes } from './read-ansi-escapes.ts'
import type { ShellCommand, Word } from './shell-command.ts'

const maxLength = 512 * 1024
const maxDepth = 10

/** The commands in `source`, in order; none when it is too long or nested too deep. */
export function parseShell(source: string): ShellCommand[] {
  if (source.length > maxLength) return []
  return new ShellParser(source.replaceAll('\r\n', '\n')).parse()
}

interface Pending {
  command: ShellCommand
  delimiter: string
  isQuoted: boolean
  isIndented: boolean
}

class ShellParser {
  private readonly source: string
  private at = 0
  private depth = 0
  private pending: Pending[] = []

  constructor(source: string) {
    this.source = source
  }

  parse(): ShellCommand[] {
    const commands = this.readList()
    return this.at < this.source.length ? [...commands, ...this.parseRest()] : commands
  }

  /** A `)` too many ends a list early; what follows is read on its own. */
  private parseRest(): ShellCommand[] {
    const commands: ShellCommand[] = []
    while (this.at < this.source.length) {
      this.at++
      commands.push(...this.readList())
    }
    return commands
  }

  /** Up to the `)` that closes this list, or the end. */
  private readList(): ShellCommand[] {
    const list = new CommandList()
    while (this.at < this.source.length) {
      const char = this.source[this.at] ?? ''
      if (char === ')' && list.open === 0) break
      if (this.source.startsWith('\\\n', this.at)) this.at += 2
      else if (/[\s#]/.test(char)) this.readBlank(char, list)
      else if (/[();&|]/.test(char)) this.readOperator(char, list)
      else if (char === '<' || char === '>') this.readRedirection(list.current)
      else this.readArgument(list.current)
    }
    list.finish()
    return list.commands
  }

  private readBlank(char: string, list: CommandList): void {
    if (char === '#') {
      this.skipComment()
      return
    }
    this.at++
    if (char !== '\n') return
    this.readHereDocuments()
    list.finish()
  }

  private readOperator(char: string, list: CommandList): void {
    if (char === '&' && this.source[this.at + 1] === '>') {
      this.at++
      this.readRedirection(list.current)
      return
    }
    if (char === '(') list.open++
    if (char === ')') list.open--
    const operator = /^(?:\|&|[;&|]{1,2})/.exec(this.source.slice(this.at, this.at + 2))?.[0] ?? char
    this.at += operator.length
    list.finish(operator === '|' || operator === '|&')
  }

  private readArgument(command: ShellCommand): void {
    const word = this.readWord()
    // `2>file`: the number of a stream is no argument.
    if (!/^\d$/.test(word.text) || !/[<>]/.test(this.source[this.at] ?? '')) command.words.push(word)
    else this.readRedirection(word.text < '2' ? command : createCommand())
  }

  private skipComment(): void {
    const end = this.source.indexOf('\n', this.at)
    this.at = end < 0 ? this.source.length : end
  }

  private readRedirection(command: ShellCommand): void {
    const operator = /^(?:<<<|<<-|<<|<>|<&|<|>>|>&|>\||>)/.exec(this.source.slice(this.at, this.at + 3))?.[0]
    if (operator === undefined) {
      this.at++
      return
    }
    this.at += operator.length
    while (/[ \t]/.test(this.source[this.at] ?? '')) this.at++
    const start = this.at
    const word = this.readWord()
    if (operator === '<<' || operator === '<<-') {
      command.isFed = true
      const isQuoted = /['"\\]/.test(this.source.slice(start, this.at))
      this.pending.push({ command, delimiter: word.text, isQuoted, isIndented: operator === '<<-' })
    } else if (operator === '<<<') {
      command.isFed = true
      command.input = word.isKnown ? `${word.text}\n` : null
    } else if (operator.startsWith('<')) command.isFed = true
    else if (operator !== '>&') command.output = word
  }

  private readHereDocuments(): void {
    for (const { command, delimiter, isQuoted, isIndented } of this.pending.splice(0)) {
      const lines: string[] = []
      while (this.at < this.source.length) {
        const end = this.source.indexOf('\n', this.at)
        const raw = this.source.slice(this.at, end < 0 ? undefined : end)
        this.at = end < 0 ? this.source.length : end + 1
        const line = isIndented ? raw.replace(/^\t+/, '') : raw
        if (line === delimiter) break
        lines.push(line)
      }
      const text = lines.map((line) => `${line}\n`).join('')
      // What a variable holds changes little of a description.
      command.input = isQuoted ? text : text.replace(/\\([\\$`\n])/g, '$1')
    }
  }

  private readWord(): Word {
    const word: Word = { text: '', isKnown: true, file: null }
    const start = this.at
    while (this.at < this.source.length) {
      const char = this.source[this.at] ?? ''
      if (/[\s;&|<>()]/.test(char)) break
      this.at++
      this.readPiece(char, word)
    }
    // Never stand still.
    if (this.at === start) this.at++
    return word
  }

  private readPiece(char: string, word: Word): void {
    if (char === "'") word.text += this.readUntilQuote()
    else if (char === '"') this.readDouble(word)
    else if (char === '$' || char === '`') this.readExpansion(char, word)
    else if (char === '\\') {
      const next = this.source[this.at++] ?? ''
      if (next !== '\n') word.text += next
    } else {
      if (/[*?[]/.test(char)) word.isKnown = false
      word.text += char
    }
  }

  private readUntilQuote(): string {
    const end = this.source.indexOf("'", this.at)
    const text = this.source.slice(this.at, end < 0 ? undefined : end)
    this.at = end < 0 ? this.source.length : end + 1
    return text
  }

  private readDouble(word: Word): void {
    while (this.at < this.source.length) {
      const char = this.source[this.at++] ?? ''
      if (char === '"') return
      if (char === '\\') {
        const next = this.source[this.at++] ?? ''
        if (next !== '\n') word.text += /["\\$`]/.test(next) ? next : `\\${next}`
      } else if (char === '$' || char === '`') this.readExpansion(char, word, true)
      else word.text += char
    }
  }

  /** What stands after `$` or a backtick. */
  private readExpansion(char: string, word: Word, inQuotes = false): void {
    const next = this.source[this.at] ?? ''
    if (char === '`') {
      const end = this.source.indexOf('`', this.at)
      this.at = end < 0 ? this.source.length : end + 1
      word.isKnown = false
    } else if (next === "'" && !inQuotes) {
      const match = /^'(?:[^'\\]|\\[\s\S])*'?/.exec(this.source.slice(this.at))?.[0] ?? "'"
      this.at += match.length
      word.text += readAnsiEscapes(match.slice(1).replace(/'$/, ''))
    } else if (next === '(') {
      this.at++
      this.readSubstitution(word)
    } else if (next === '{') {
      const end = this.source.indexOf('}', this.at)
      this.at = end < 0 ? this.source.length : end + 1
      word.isKnown = false
    } else if (/[A-Za-z0-9_@*#?$!-]/.test(next)) {
      const name = /^(?:\w+|.)/.exec(this.source.slice(this.at, this.at + 256))?.[0] ?? ''
      this.at += name.length
      word.isKnown = false
    } else word.text += '$'
  }

  /** After `$(`: only `cat` says what comes out. */
  private readSubstitution(word: Word): void {
    if (this.depth >= maxDepth) {
      this.at = this.source.length
      word.isKnown = false
      return
    }
    this.depth++
    const outer = this.pending
    this.pending = []
    const commands = this.readList()
    this.pending = outer
    this.depth--
    this.at++
    const [only, ...more] = commands
    const args = only?.words.map(({ text }) => text) ?? []
    const isCat =
      more.length === 0 && args[0] === 'cat' && (only?.words.every((each) => each.isKnown) ?? false)
    const [, name, ...others] = args
    if (isCat && (name === undefined || name === '-') && only?.input != null) {
      word.text += only.input.replace(/\n+$/, '')
    } else if (isCat && name !== undefined && others.length === 0 && word.text === '') word.file = name
    else word.isKnown = false
  }
}
