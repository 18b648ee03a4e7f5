// What a turn of the user is: SpecStory writes what the tool put in the user's mouth as turns of the user.

import { textBetween } from '../../session/text-between.ts'

export type UserTurn =
  | { kind: 'prompt'; text: string }
  /** A command such as `/review 12`; what it expands to follows in a turn at the same time. */
  | { kind: 'command'; text: string }
  | { kind: 'interruption' }
  | { kind: 'noise' }

const noise =
  /^(?:<(?:local-command-\w+|system-reminder|task-notification|bash-(?:stdout|stderr|input)|ide_opened_file|ide_selection|environment_context|user_instructions|permissions|skill|persisted-output)\b|Caveat: The messages below|This session is being continued|Stop hook feedback:|\[Image: source:|# AGENTS\.md instructions|Base directory for this skill:)/

/** `text` is all of the turn, without the line `---` below it. */
export function readUserTurn(text: string): UserTurn {
  if (/^\[Request interrupted by user(?: for tool use)?\]|^<turn_aborted>/.test(text))
    return { kind: 'interruption' }
  if (/^<command-(?:name|message)>/.test(text)) {
    const name = textBetween(text, '<command-name>', '</command-name>')?.trim() ?? ''
    const values = textBetween(text, '<command-args>', '</command-args>') ?? ''
    const isName = /^\/?[\w:.-]{1,100}$/.test(name)
    return isName ? { kind: 'command', text: `${name} ${values}`.trim() } : { kind: 'noise' }
  }
  return text === '' || noise.test(text) ? { kind: 'noise' } : { kind: 'prompt', text }
}
