// The turns of a model that runs commands in the shell.

import type { Turn } from '../../../scripts/record/claude-code/messages-stand-in.ts'
import type { JsonObject } from '../../../src/core/json.ts'
import type { Command } from './agent.ts'

/** A turn for each of `commands`; `call` makes the one in which a line is run, the `index`th. */
export function createTurns<T>(
  commands: readonly Command[],
  call: (line: string, index: number) => T,
): ((request: JsonObject) => T)[] {
  return commands.map((command, index) => (request) => {
    const line = typeof command === 'string' ? command : command(JSON.stringify(request))
    return call(line, index)
  })
}

/** Turns that call the shell as `tool`, with its line as `command`. */
export function createShellTurns(tool: string, commands: readonly Command[]) {
  return createTurns(
    commands,
    (command): Turn => ({ calls: [{ name: tool, input: { command, description: 'Run a command' } }] }),
  )
}
