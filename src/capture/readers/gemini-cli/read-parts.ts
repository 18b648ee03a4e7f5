// What stands in the parts of a message of Gemini CLI.

import { isJsonObject, type JsonObject, readObject, readString } from '../../../core/json.ts'

/** The text of a `PartListUnion`, without thoughts. */
export function readText(parts: unknown): string {
  return toList(parts)
    .map((part) => {
      if (typeof part === 'string') return part
      return isJsonObject(part) && part.thought !== true ? (readString(part, 'text') ?? '') : ''
    })
    .join('')
}

/** The function responses among the parts. */
export function readResponses(parts: unknown): JsonObject[] {
  return toList(parts).flatMap((part) => {
    const response = isJsonObject(part) ? readObject(part, 'functionResponse') : null
    return response === null ? [] : [response]
  })
}

/** What a function response gave, without what the tool puts round it, and whether that is an error. */
export function readResponse(response: JsonObject | undefined): { text: string | null; isError: boolean } {
  const given = readObject(response ?? null, 'response')
  const error = readString(given, 'error')
  const text = (error ?? readString(given, 'output'))
    ?.replace(/^<untrusted_context>\n/, '')
    .replace(/\n<\/untrusted_context>\s*$/, '')
    .replace(/\n(?:Process Group PGID|Background PIDs): [\d, ]+$/gm, '')
    .replace(/^Output: \n?/, '')
  return { text: text ?? null, isError: error !== null }
}

/** What the human typed; null for commands of the tool, context that it adds, and answers of tools. */
export function readPrompt(message: JsonObject): string | null {
  const text = (readText(message.displayContent) || readText(message.content)).trim()
  const isOurs =
    text !== '' &&
    !/^(?:<(?:session_context|hook_context|state_snapshot)>|\/[a-z][\w:-]*(?:\s|$)|\?$)/.test(text)
  return isOurs ? text : null
}

function toList(parts: unknown): readonly unknown[] {
  return Array.isArray(parts) ? parts : [parts]
}
