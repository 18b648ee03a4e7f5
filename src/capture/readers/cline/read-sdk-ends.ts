// How a call ended, from a `tool_result` of Cline's SDK: `{query, result, success, error}` for each thing that was asked
// for, in a list or as JSON in a string; `{error}` as JSON when nothing ran; or a text.

import { isJsonObject, type JsonObject, readBoolean, readString } from '../../../core/json.ts'
import { clineRefusal } from '../../../hook/hook-protocol.ts'
import type { CallEnd } from '../../session/session-builder.ts'
import { parseObject, readResult, readResultText } from './read-result.ts'

/** Ends what is told for a call that did not run because somebody, or a setting, did not allow it. */
const notRun = '-- NOT a tool or system failure.'
const notInPlanMode = /^(?:Command failed: )?Command not executed: /
const exit = /^Command exited with code (-?\d{1,9})$/

/** The ends that `block` tells, in order; of a call that did not run, one. */
export function readSdkEnds(block: JsonObject): CallEnd[] {
  const listed = Array.isArray(block.content) ? block.content.filter(isOutcome) : []
  if (listed.length > 0) return listed.map(readOutcome)
  const text = readResultText(block.content)
  const object = text.startsWith('{') ? parseObject(text) : null
  if (object !== null && isOutcome(object)) return [readOutcome(object)]
  const isError = readBoolean(block, 'is_error') === true
  const error = isError ? readString(object, 'error') : null
  return [error === null ? readResult(text, isError) : readError(error)]
}

function isOutcome(value: unknown): value is JsonObject {
  return isJsonObject(value) && typeof value.success === 'boolean'
}

function readOutcome(outcome: JsonObject): CallEnd {
  const result = readString(outcome, 'result') ?? ''
  // Our hook put this in the place of the call.
  if (outcome.query === clineRefusal) return { status: 'denied', output: clineRefusal }
  if (outcome.success === true) return { status: 'ok', output: result }
  const error = readString(outcome, 'error') ?? ''
  const [, code] = exit.exec(error) ?? []
  if (code !== undefined) return { status: 'failed', exitCode: Number(code), output: withoutMarks(result) }
  if (error === 'Command failed: Command was aborted') return { status: 'interrupted', output: error }
  return { ...readError(error), output: [error, withoutMarks(result)].filter((part) => part).join('\n') }
}

function readError(error: string): CallEnd {
  if (notInPlanMode.test(error)) return { status: 'denied', output: error }
  if (!error.includes(notRun)) return readResult(error, true)
  const isHuman = error.startsWith('This tool call was rejected by the user')
  return { status: isHuman ? 'rejected' : 'denied', output: error.slice(0, error.indexOf(notRun)).trim() }
}

/** Without the lines in which Cline says how it ended and where errors begin. */
function withoutMarks(result: string): string {
  return result.replace(/^\[(?:Command exited with code -?\d+|stderr)\]\n?/gm, '').trim()
}
