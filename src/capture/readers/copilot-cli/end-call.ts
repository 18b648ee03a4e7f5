// How a call of Copilot CLI ended, from its `tool.execution_complete`.

import {
  type JsonObject,
  readBoolean,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../../core/json.ts'
import type { CallStatus } from '../../session/session.ts'
import type { CallEnd } from '../../session/session-builder.ts'

const rejection = /^The user rejected this tool call\.\s*(?:User feedback:\s*([\s\S]*))?$/

/** The end as `data` tells it. `feedback` is what the human said to the permission request, if that was kept. */
export function endCall(data: JsonObject, feedback: string | null): CallEnd {
  const result = readObject(data, 'result')
  const error = readObject(data, 'error')
  const output =
    readString(error, 'message') ??
    readString(result, 'content') ??
    readString(result, 'text_result_for_llm') ??
    readString(data, 'result')
  const kept =
    output === null ? null : output.replace(/\n?<(?:shellId: [^>\n]*|exited) [^>\n]*exit code -?\d+>\s*$/, '')
  const exitCode = readExitCode(data, output)
  const said = output === null ? null : rejection.exec(output)
  const status = said
    ? 'rejected'
    : readStatus(data, readString(error, 'code') ?? readString(result, 'result_type'), exitCode)
  const edits = readObjects(data, 'fileEdits').flatMap((edit) => readString(edit, 'path') ?? [])
  return {
    status,
    exitCode,
    // A rejection's output is the tool's own sentence with the feedback in it.
    output: status === 'rejected' ? null : kept,
    feedback: status === 'rejected' ? (feedback ?? said?.[1]?.trim() ?? null) || null : null,
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

function readExitCode(data: JsonObject, output: string | null): number | null {
  const shell = readObject(data, 'shellExecution')
  if (shell) return readCount(shell, 'exitCode')
  const code = /<(?:shellId: [^>\n]*|exited) [^>\n]*exit code (\d{1,9})>\s*$/.exec(output ?? '')?.[1]
  return code === undefined ? null : Number(code)
}
