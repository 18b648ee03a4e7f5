// What the output of a tool use says of how it ended. SpecStory keeps the words of the tool below, and no status.

import type { CallEnd } from '../../session/session-builder.ts'

const rejected =
  /^(?:<tool_use_error>)?The user doesn't want to (?:proceed with this tool use|take this action right now)/
const codexRejected =
  /^(?:exec command|patch|tool call) rejected by user|^(?:User )?rejected(?: by user)?\.?$/i
const denied =
  /^(?:PreToolUse|PermissionRequest):\S+ hook (?:error|denied)|hook blocked|^Sibling tool call errored|^Permission to use .{1,200} has been (?:auto-)?denied/
const exitCode =
  /^(?:Error: )?Exit code:? (\d{1,9})\b|^Process exited with code (-?\d{1,9})\b|^Exit Code: (-?\d{1,9})\b|^The command failed with exit code: (\d{1,9})/m
const toolError = /^<tool_use_error>([\s\S]*?)(?:<\/tool_use_error>|$)/
const failure =
  /^(?:Error:|Error executing tool|Failed to |command timed out|apply_patch verification failed)/

/** How a call ended whose output is `output`; `isError` when SpecStory headed it so. */
export function readResult(output: string | null, isError: boolean): CallEnd {
  const text = output?.trim() ?? ''
  if (text === '') return { status: isError ? 'failed' : 'unknown' }
  if (rejected.test(text)) return { status: 'rejected', output: text, feedback: readFeedback(text) }
  if (codexRejected.test(text)) return { status: 'rejected', output: text }
  if (/^\[Request interrupted by user/.test(text)) return { status: 'interrupted', output: text }
  const error = toolError.exec(text)?.[1]?.trim() ?? null
  if (denied.test(error ?? text)) return { status: 'denied', output: error ?? text }
  if (error !== null) return { status: 'failed', output: error }
  const code = readExitCode(text)
  if (code !== null)
    return { status: code === 0 ? 'ok' : 'failed', exitCode: code, output: withoutHead(text) }
  if (isError || failure.test(text)) return { status: 'failed', output: text }
  return { status: 'ok', output: text }
}

/** What a human typed when saying no. */
function readFeedback(text: string): string | null {
  const at = text.search(/the user said:\s*\n/)
  if (at === -1) return null
  const said = text
    .slice(text.indexOf('\n', at) + 1)
    .replace(/\n+Note: The user's next message may contain[\s\S]*$/, '')
  return said.trim() === '' ? null : said.trim()
}

/** It stands at the start, before the output itself. */
function readExitCode(text: string): number | null {
  const match = exitCode.exec(text.slice(0, 400))
  const found = match?.slice(1).find((group) => group !== undefined)
  return found === undefined ? null : Number(found)
}

/** Without the lines that Claude Code and Codex write above an output. */
function withoutHead(text: string): string {
  return text.replace(
    /^(?:(?:Error: )?Exit code:? \d+|(?:Chunk ID|Wall time|Process exited with code|Original token count|Exit code|Total output lines)\b.*|Output:)(?:\n|$)/gim,
    (line, offset: number) => (offset < 400 ? '' : line),
  )
}
