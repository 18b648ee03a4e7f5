// What the human typed to aider: a prompt, or one of its commands.

export type UserLine =
  | { kind: 'prompt'; text: string }
  /** `/ask what is this?`: aider repeats the rest as a prompt of its own. */
  | { kind: 'mode'; text: string }
  | { kind: 'undo' }
  /** `/test`, `/lint` and `/run`: a run of a program whose end aider tells. */
  | { kind: 'command'; name: 'test' | 'lint' | 'run'; command: string | null }
  | { kind: 'none' }

/** What some versions keep of a question that was answered with more than a key: `Add file to the chat? (Y)es/(N)o [Yes]: all`. */
const answered = /^[^\n]{1,300}\? \(Y\)es\/\(N\)o[^\n]{0,80}\[\w{1,20}\]:/
/** Commands whose rest is a prompt. */
const modes = /^\/(?:ask|code|architect|context|help)\s+(?=\S)/

export function readUserLine(text: string): UserLine {
  const said = text.trim()
  if (said === '' || said === '<blank>' || answered.test(said)) return { kind: 'none' }
  if (said === '/undo') return { kind: 'undo' }
  const [, name, rest = ''] = /^\/(test|lint|run)\b\s*(.*)$/s.exec(said.replace(/^!/, '/run ')) ?? []
  if (name === 'test' || name === 'lint' || name === 'run')
    return { kind: 'command', name, command: rest.trim() === '' ? null : rest.trim() }
  if (modes.test(said)) return { kind: 'mode', text: said.replace(modes, '') }
  // A path begins with a slash too: `/src/app.ts is slow`.
  return /^\/[a-z][a-z-]*(?:\s|$)/.test(said) ? { kind: 'none' } : { kind: 'prompt', text: said }
}
