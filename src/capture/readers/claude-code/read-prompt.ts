// What a human wrote, out of what Claude Code sends in their name.

import { type JsonObject, readObject, readObjects, readString } from '../../../core/json.ts'
import { isActionPrompt, readActionRequest } from './read-action-request.ts'

/** In front of what a human wrote, or in its place. */
const added =
  /^<(command-name|local-command-[a-z]+|system-reminder|task-notification|ide_[a-z_]+|bash-[a-z]+|user-memory-input|user-prompt-submit-hook)>/
const notices = [
  'Caveat: The messages below',
  'This session is being continued',
  'Stop hook feedback:',
  'Operation stopped by hook',
  'UserPromptSubmit operation blocked by hook',
  '[Request interrupted by user',
  '[SYSTEM NOTIFICATION',
]
/** What older versions add to the notice that a command in the background has ended. */
const pointer = /^Read the output file to retrieve the result: .*\n?/
/** An accepted plan that is carried out in a conversation of its own: the AI's words, but for the title. */
const acceptedPlan =
  /^Implement the following plan:\n+(?:#+ *)?(.*)[\s\S]*\nIf you need specific details from before exiting plan mode/
/** Where a prompt comes from, when its row says so: others are machines. */
const humans = new Set(['human', 'person', 'composer', 'remote', 'voice-call'])

/** The prompt in `row`, a user's one or a queued command; empty when no human wrote it. */
export function readPrompt(row: JsonObject): string {
  const attachment = readObject(row, 'attachment')
  const origin = readString(readObject(attachment ?? row, 'origin'), 'kind')
  if (origin !== null && !humans.has(origin)) return ''
  if (attachment) {
    const mode = readString(attachment, 'commandMode')
    return mode === null || mode === 'prompt' ? join(attachment, 'prompt') : ''
  }
  return readString(row, 'rowSource') === 'harness' ? '' : join(readObject(row, 'message'), 'content')
}

/** Texts of the blocks at `key`, or the string there. */
function join(from: JsonObject | null, key: string): string {
  const whole = readString(from, key)
  if (whole !== null) return strip(whole)
  const texts = readObjects(from, key)
    .filter((block) => readString(block, 'type') === 'text')
    .map((block) => readString(block, 'text') ?? '')
  const read = (some: readonly string[]) =>
    some
      .map(strip)
      .filter((text) => text !== '')
      .join('\n\n')
  // Beside its own prompt the action repeats the request.
  return read(texts.filter((text) => !isActionPrompt(text))) || read(texts)
}

function strip(text: string): string {
  let rest = removeReminders(text).trim()
  if (isActionPrompt(rest)) return readActionRequest(rest)
  if (rest.startsWith('<command-message>')) return readCommand(rest)
  for (let tag = added.exec(rest); tag; tag = added.exec(rest)) {
    // What the human typed never stands after the name of a command of the tool's own.
    const end = tag[1] === 'command-name' ? -1 : rest.indexOf(`</${tag[1]}>`)
    if (end === -1) return ''
    rest = rest.slice(end + `</${tag[1]}>`.length).trimStart()
    if (tag[1] === 'task-notification') rest = rest.replace(pointer, '').trimStart()
  }
  const plan = acceptedPlan.exec(rest)?.[1]
  if (plan !== undefined) return `Implement the following plan: ${plan.trim()} …`
  return notices.some((notice) => rest.startsWith(notice)) ? '' : rest
}

/** A command of the user's or the project's own, such as `/fix 12`, as it was typed. */
function readCommand(text: string): string {
  const name = /<command-name>\/?([^<]{1,200})<\/command-name>/.exec(text)?.[1]
  const start = text.indexOf('<command-args>')
  const end = text.lastIndexOf('</command-args>')
  const words = start !== -1 && end > start ? text.slice(start + '<command-args>'.length, end) : ''
  return name ? `/${name} ${words}`.trim() : ''
}

function removeReminders(text: string): string {
  if (!text.includes('<system-reminder>')) return text
  return text
    .split('<system-reminder>')
    .map((part, index) => {
      if (index === 0) return part
      const end = part.indexOf('</system-reminder>')
      return end === -1 ? '' : part.slice(end + '</system-reminder>'.length)
    })
    .join('')
}
