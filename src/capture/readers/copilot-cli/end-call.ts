// How a call of Copilot CLI ended, from its `tool.execution_complete`.

import { type JsonObject, readBoolean, readObject, readObjects, readString } from '../../../core/json.ts'
import { cutStart } from '../../session/cut-text.ts'
import type { CallStatus } from '../../session/session.ts'
import type { CallEnd } from '../../session/session-builder.ts'

const lastLine = /^<(?:shellId: .*|exited) (?:completed )?with exit code (-?\d{1,10})>\s*$/
const rejection = /^The user rejected this tool call\.\s*(?:User feedback:\s*([\s\S]*))?$/

/** The end as `data` tells it. `feedback` is what the human said to the permission request, if that was kept. */
export function endCall(data: JsonObject, feedback: string | null): CallEnd {
  const result = readObject(data, 'result')
  const error = readObject(data, 'error')
  const message = readString(error, 'message')
  const output =
    message ??
    readString(result, 'content') ??
    readString(result, 'text_result_for_llm') ??
    readString(data, 'result')
  // The last line of a command's output is the tool's, such as `<shellId: 0 completed with exit code 1>`.
  const last = output === null ? -1 : output.lastIndexOf('<')
  const code = output === null ? undefined : lastLine.exec(output.slice(last, last + 200))?.[1]
  const exitCode = readExitCode(data) ?? (code === undefined ? null : Number(code))
  const kept = output !== null && code !== undefined ? output.slice(0, last).trimEnd() : output
  const said = message === null ? null : rejection.exec(message)
  const status = said
    ? 'rejected'
    : readStatus(data, readString(error, 'code') ?? readString(result, 'result_type'), exitCode)
  const words = feedback ?? said?.[1]?.trim()
  const edits = readObjects(data, 'fileEdits').flatMap(
    (edit) => readString(edit, 'path')?.slice(0, 1000) ?? [],
  )
  return {
    status,
    exitCode,
    // A rejection's output is the tool's own sentence with the feedback in it.
    output: status === 'rejected' ? null : kept,
    feedback: status === 'rejected' && words ? cutStart(words, 4000) : null,
    ...(edits.length > 0 && { paths: [...new Set(edits)].slice(0, 1000) }),
  }
}

/** `code` is the error's since 1.0, the result's type before. */
function readStatus(data: JsonObject, code: string | null, exitCode: number | null): CallStatus {
  if (code === 'rejected') return 'rejected'
  if (code === 'denied') return 'denied'
  if (code !== null && /cancel|abort|interrupt/.test(code)) return 'interrupted'
  const success = readBoolean(data, 'success')
  if (success === false || code === 'failure' || (exitCode !== null && exitCode !== 0)) return 'failed'
  return success === true || code === 'success' ? 'ok' : 'unknown'
}

function readExitCode(data: JsonObject): number | null {
  const code = readObject(data, 'shellExecution')?.exitCode
  return typeof code === 'number' && Number.isSafeInteger(code) ? code : null
}
