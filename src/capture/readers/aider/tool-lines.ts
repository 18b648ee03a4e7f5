// What aider itself says in its history: versions, edits, commits, failures and the answers to its questions. Only lines
// of known wording count.

import type { SessionBuilder } from '../../session/session-builder.ts'

const question = /^(.{1,300}?\?) \(Y\)es\/\(N\)o(?:\/[^[\n]{0,60})? \[\w+\]: ([a-z])$/
const problem =
  /^(?:The LLM did not conform to the edit format\.|Exception while updating files:|Unable to commit: |Model .{1,100} has hit a token limit!|Empty response received from LLM)/
const keptLines = 200

export class ToolLines {
  private readonly builder: SessionBuilder
  /** Lines since the last one that was understood: what a question is about. */
  private lines: string[] = []
  private failure: string[] | null = null
  private command: { name: 'test' | 'lint' | 'run'; command: string | null } | null = null
  private isUndo = false
  /** Commits of what the human had changed before. */
  private isCommitOfHuman = false
  private isRunAllowed = false

  constructor(builder: SessionBuilder) {
    this.builder = builder
  }

  expectUndo(): void {
    this.isUndo = true
  }

  expectCommand(name: 'test' | 'lint' | 'run', command: string | null): void {
    this.command = { name, command }
  }

  add(line: string): void {
    if (this.readFacts(line) || this.readEdit(line)) this.begin()
    else if (this.readQuestion(line) || this.readCommand(line)) this.begin()
    else if (/^\^C KeyboardInterrupt/.test(line)) {
      this.begin()
      this.builder.interruption(null)
    } else if (problem.test(line)) {
      this.begin()
      this.failure = [line]
    } else this.goOn(line)
  }

  /** A further line of what aider says. */
  goOn(line: string): void {
    const lines = this.failure ?? this.lines
    lines.push(line)
    if (lines.length > keptLines) lines.splice(keptLines / 2, 1)
  }

  /** The human or the AI speaks next. */
  end(): void {
    this.begin()
    this.command = null
    this.isUndo = false
  }

  /** Notes a failure whose lines have ended. */
  private begin(): void {
    if (this.failure) {
      const isCommit = this.failure[0]?.startsWith('Unable to commit') === true
      const output = this.failure.filter((line) => !/^https?:\/\/aider\.chat\//.test(line)).join('\n')
      this.builder.call({
        action: isCommit ? 'other' : 'edit',
        name: isCommit ? 'commit' : 'edit',
        paths: isCommit ? [] : readFailedPaths(output),
        status: 'failed',
        output,
      })
    }
    this.failure = null
    this.lines = []
  }

  private readFacts(line: string): boolean {
    const version = /^Aider v(\d[\w.+-]{0,60})/.exec(line)?.[1]
    const model = /^(?:Main model|Model|Editor model): (\S{1,200})/.exec(line)?.[1]
    this.builder.note({ version: version ?? null, model: model ?? null })
    return version !== undefined || model !== undefined || /^Tokens: /.test(line)
  }

  private readEdit(line: string): boolean {
    const [, path] = /^Applied edit to (.{1,1000})$/.exec(line) ?? []
    const [, skipped] = /^Skipping edits to (.{1,1000}?)(?: that matches gitignore spec\.)?$/.exec(line) ?? []
    const [, sha] = /^Commit ([0-9a-f]{7,40}) /.exec(line) ?? []
    if (path) this.builder.call({ action: 'edit', name: 'edit', paths: [path], status: 'ok' })
    else if (skipped) {
      const status = line.endsWith('gitignore spec.') ? 'denied' : 'rejected'
      this.builder.call({ action: 'edit', name: 'edit', paths: [skipped], status, output: line })
    } else if (/^Committing .{1,1000} before applying edits\.$/.test(line)) this.isCommitOfHuman = true
    else if (sha) {
      if (!this.isCommitOfHuman)
        this.builder.call({ action: 'other', name: 'commit', status: 'ok', commits: [sha] })
      this.isCommitOfHuman = false
    } else if (this.isUndo && /^Removed: [0-9a-f]{7,40} /.test(line)) {
      // It takes back one commit; how many prompts that is, nobody says.
      this.builder.rewind(null, null)
      this.isUndo = false
    } else return false
    return true
  }

  private readQuestion(line: string): boolean {
    const [, asked, answer] = question.exec(line) ?? []
    if (!asked) return false
    const output = this.lines.join('\n').replace(/^[\s\S]*?# Fix any errors below, if possible\.\s*/, '')
    if (/^Attempt to fix lint errors\?$/.test(asked))
      this.builder.call({ action: 'other', name: 'lint', status: 'failed', output })
    else if (/^Attempt to fix test errors\?$/.test(asked))
      this.builder.call({ action: 'other', name: 'test', status: 'failed', output })
    else if (/^Run shell commands?\?$/.test(asked)) {
      this.isRunAllowed = answer !== 'n'
      if (answer === 'n') {
        const command = this.lines.join('\n').trim() || null
        this.builder.call({ action: 'shell', name: 'shell', command, status: 'rejected' })
      }
    }
    return true
  }

  /** The program of `/test` failed when its output went to the chat; how others end is not kept. */
  private readCommand(line: string): boolean {
    const [, running] = /^Running (.{1,2000})$/.exec(line) ?? []
    if (running && this.isRunAllowed) {
      this.builder.call({ action: 'shell', name: 'shell', command: running, status: 'unknown' })
      return true
    }
    if (!/^Added \d+ lines? of output to the chat\.$/.test(line)) return false
    if (this.command?.name === 'test')
      this.builder.call({ action: 'shell', name: 'test', command: this.command.command, status: 'failed' })
    this.command = null
    return true
  }
}

function readFailedPaths(output: string): string[] {
  const found = [...output.matchAll(/failed to (?:exactly )?match lines in (\S{1,1000})/g)]
  return [...new Set(found.map((match) => match[1] ?? ''))].slice(0, 20)
}
