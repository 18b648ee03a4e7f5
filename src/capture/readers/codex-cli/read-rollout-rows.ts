// Opens a rollout, plain or compressed, and leaves out rows that are large and never wanted. Codex compresses old
// rollouts to `.jsonl.zst`, which Node can read from 22.15 on.

import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import * as zlib from 'node:zlib'
import type { JsonObject } from '../../../core/json.ts'
import { readRows, readRowsOf } from '../../session/read-rows.ts'
import type { SessionBuilder } from '../../session/session-builder.ts'

/** Rows whose type stands at the start of the line, of a type that holds nothing we take. */
const unwanted =
  /^\{"timestamp":"[^"]{1,40}",(?:"ordinal":\d+,)?"type":"(?:(?:compacted|world_state|token_usage_record)"|(?:event_msg|response_item)","payload":\{"type":"(?:token_count|reasoning|agent_reasoning|agent_reasoning_raw_content|compaction|image_generation_end|image_generation_call)")/

/** Calls `onRow` with the rows of the rollout at `path`; problems go to `builder`. */
export async function readRolloutRows(
  path: string,
  builder: SessionBuilder,
  signal: AbortSignal,
  onRow: (row: JsonObject) => void,
): Promise<void> {
  const options = {
    signal,
    onProblem: (reason: string, line: number) => builder.problem(reason, line),
    wants: (head: string) => !unwanted.test(head),
  }
  if (!path.endsWith('.zst')) return readRows(path, options, onRow)
  // Codex leaves both for a moment while it compresses; the plain one counts.
  if (await isThere(path.slice(0, -'.zst'.length))) return
  if (typeof zlib.createZstdDecompress !== 'function') {
    builder.problem('compressed with zstd, which needs Node 22.15 or later')
    return
  }
  const decompress = zlib.createZstdDecompress()
  const compressed = createReadStream(path).on('error', (error) => decompress.destroy(error))
  compressed.pipe(decompress)
  try {
    let isEmpty = true
    const chunks = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of decompress) {
        isEmpty = false
        yield chunk
      }
    }
    await readRowsOf(chunks(), options, onRow)
    // Node gives no error for a stream that ends before its first block does.
    if (isEmpty) builder.problem('compression is broken')
  } catch (error) {
    signal.throwIfAborted()
    if (!isCompressionError(error)) throw error
    builder.problem('compression is broken')
  } finally {
    compressed.destroy()
  }
}

/** Node's own error for a stream that is no zstd or ends early; one of the file system must be told. */
function isCompressionError(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return typeof error.code === 'string' && /^(?:ZSTD_|Z_)/.test(error.code)
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
