// How a call of Claude Code ended. Since 2.1 rows say of what kind a denial is; before, only the text of the result
// does, which is therefore read as well.

import { type JsonObject, readBoolean, readObject, readObjects, readString } from '../../../core/json.ts'
import { cutEnds } from '../../session/cut-text.ts'
import { findCommitLines } from '../../session/find-commits.ts'
import type { CallStatus } from '../../session/session.ts'
import type { CallEnd } from '../../session/session-builder.ts'
import { readNewText } from './describe-call.ts'

const userRejection = /^The user doesn't want to (?:proceed with|take) this/
/** A hook, a rule or another call of the same answer, not a human: the call has not run. */
const denial =
  /^(?:<tool_use_error>)?(?:Sibling tool call errored|Cancelled: parallel tool call |PreToolUse:|Hook PreToolUse:|Execution stopped by PreToolUse hook|Claude requested permissions to |Permission (?:to|for) )/
const feedbackStart = 'the user said:\n'
/** What the tool adds to the human's words, for the model. */
const feedbackEnd = "\n\nNote: The user's next message may contain a correction"
const longestText = 4_000

/** What the row of a result says of it. */
interface Facts {
  /** Such as `user-rejected`; null when it was not denied, and in older versions. */
  denial: string | null
  /** Who did not allow it, such as `hook`; null when it was allowed, and in older versions. */
  source: string | null
  /** What the tool keeps for itself of what it did. */
  details: JsonObject | null
}

export interface Ended {
  end: CallEnd
  /** The file that a human changed before it was written, and what they made of it. */
  changed: { path: string | null; after: string | null } | null
}

/** How the call ended whose result is `block`, in `row`. The commits it names are those of any text like Git's. */
export function readEnd(row: JsonObject, block: JsonObject): Ended {
  const text = readText(block)
  const facts = readFacts(row, block)
  const { details } = facts
  const changed = readBoolean(details, 'userModified')
    ? { path: readString(details, 'filePath'), after: cutOrNull(readNewText(details)) }
    : null
  const commits = readCommits(text, details)
  if (readBoolean(block, 'is_error') !== true) {
    const isRunning = readString(details, 'backgroundTaskId') !== null
    const status = readBoolean(details, 'interrupted') ? 'interrupted' : isRunning ? 'unknown' : 'ok'
    // Of what went well no output is kept.
    const output = status === 'ok' ? null : cutEnds(text, longestText)
    return { end: { status, output, commits }, changed }
  }
  const status = readStatus(text, facts)
  if (status === 'rejected') {
    const feedback = cutEnds(readFeedback(row, text).trim(), longestText) || null
    return { end: { status, feedback }, changed: null }
  }
  const code = /^Exit code (\d{1,10})(?:\n|$)/.exec(text)
  const said = code ? text.slice(code[0].length) : text.replace(/^<tool_use_error>|<\/tool_use_error>$/g, '')
  const output = cutEnds(said.trim(), longestText)
  return { end: { status, exitCode: code ? Number(code[1]) : null, output, commits }, changed }
}

function cutOrNull(text: string | null): string | null {
  return text === null ? null : cutEnds(text, longestText)
}

/** The facts of the result, by the names of a transcript and those of printed messages. */
function readFacts(row: JsonObject, block: JsonObject): Facts {
  const id = readString(block, 'tool_use_id')
  const meta = readObjects(row, 'tool_result_meta').find((entry) => readString(entry, 'id') === id) ?? null
  const decision = readObject(row, 'permissionDecision') ?? readObject(meta, 'permission_decision')
  return {
    denial: readString(row, 'toolDenialKind') ?? readString(meta, 'non_execution_kind'),
    source: readString(decision, 'decision') === 'accept' ? null : readString(decision, 'source'),
    details: readObject(row, 'toolUseResult') ?? readObject(row, 'tool_use_result'),
  }
}

function readStatus(text: string, { denial: kind, source }: Facts): CallStatus {
  if (kind === 'interrupted' || kind === 'cancelled') return 'interrupted'
  // What a hook gives as its reason can read like a human's. An editor that asks the human answers as a rule does.
  if (source === 'hook') return 'denied'
  if (source === 'user_reject' || kind === 'user-rejected') return 'rejected'
  if (kind === null && userRejection.test(text)) return 'rejected'
  if (kind !== null || denial.test(text)) return 'denied'
  return text.startsWith('[Request interrupted by user') ? 'interrupted' : 'failed'
}

/** What the human said; empty when nothing. */
function readFeedback(row: JsonObject, text: string): string {
  const told = readString(row, 'userFeedback')
  if (told !== null) return told
  const start = text.indexOf(feedbackStart)
  if (start === -1) return readBoolean(row, 'holdsPersonsWords') && !userRejection.test(text) ? text : ''
  const end = text.lastIndexOf(feedbackEnd)
  return text.slice(start + feedbackStart.length, end === -1 ? undefined : end)
}

function readCommits(text: string, details: JsonObject | null): string[] {
  const told = readString(readObject(readObject(details, 'gitOperation'), 'commit'), 'sha')
  const named = findCommitLines(text)
  const all = told !== null && /^[\da-f]{7,64}$/.test(told) ? [told, ...named] : named
  return [...new Set(all)]
}

function readText(block: JsonObject): string {
  const content = readString(block, 'content')
  if (content !== null) return content
  return readObjects(block, 'content')
    .map((part) => readString(part, 'text') ?? '')
    .join('\n')
}
