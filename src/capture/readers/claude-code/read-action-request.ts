// What a human asked of claude-code-action (shapes of its 24dcd50, v1.0.200). It wraps that into a prompt of its own, with
// the description and everybody's comments; newer versions say the request once more in a block of its own.

const starts = [
  'You are Claude, an AI assistant designed to help with GitHub issues and pull requests.',
  'You were tagged on a GitHub ',
]
const open = '<trigger_comment>\n'
const close = '\n</trigger_comment>'

/** Whether `text` is a prompt that the action wrote. */
export function isActionPrompt(text: string): boolean {
  return starts.some((start) => text.startsWith(start))
}

/** The comment that `prompt`, one of the action's, was written for; empty when no comment was. */
export function readActionRequest(prompt: string): string {
  // Those that somebody else wrote stand before it.
  const start = prompt.lastIndexOf(open)
  const end = start === -1 ? -1 : prompt.indexOf(close, start)
  return end === -1 ? '' : prompt.slice(start + open.length, end).trim()
}
