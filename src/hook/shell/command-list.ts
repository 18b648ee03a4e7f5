// The commands of a shell list while it is read.

import type { ShellCommand } from './shell-command.ts'

export class CommandList {
  readonly commands: ShellCommand[] = []
  /** The command that is being read. */
  current: ShellCommand = createCommand()
  /** Parentheses that are open. */
  open = 0

  /** Ends the command that is being read; the next one is fed by it when `isPiped`. */
  finish(isPiped = false): void {
    const { words, output, isFed } = this.current
    if (words.length > 0 || output !== null || isFed) this.commands.push(this.current)
    this.current = createCommand()
    this.current.isFed = isPiped
  }
}

/** A command of which nothing is known yet. */
export function createCommand(): ShellCommand {
  return { words: [], input: null, isFed: false, output: null }
}
