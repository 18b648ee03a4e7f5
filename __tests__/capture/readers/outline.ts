// A session in lines, one an event, for tests to compare.

import type { Call, Session, SessionEvent } from '../../../src/capture/session/session.ts'

/**
 * Such as `Bash failed 1 $ npm test | what it said`, `Edit rejected a.ts < what the human said` and
 * `Bash ok $ git commit -> 0a1b2c3`.
 */
export function outline(session: Session): string[] {
  return session.events.map(describeEvent)
}

function describeEvent(event: SessionEvent): string {
  if (event.kind === 'prompt' || event.kind === 'answer') return `${event.kind}: ${event.text}`
  if (event.kind === 'interruption') return 'interruption'
  if (event.kind === 'rewind') return `rewind ${event.prompts}`
  if (event.kind === 'call') return describeCall(event)
  return `human edit ${event.path}: ${JSON.stringify(event.before)} -> ${JSON.stringify(event.after)}`
}

function describeCall(call: Call): string {
  const parts = [
    call.name,
    call.status,
    call.exitCode,
    call.command === null ? null : `$ ${call.command}`,
    ...call.paths,
    call.feedback === null ? null : `< ${call.feedback}`,
    call.output ? `| ${call.output}` : null,
    call.commits.length > 0 ? `-> ${call.commits.join(' ')}` : null,
  ]
  return parts.filter((part) => part !== null).join(' ')
}
