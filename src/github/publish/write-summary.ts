// Appends to the job summary, which is a file of at most 1 MiB: GitHub shows nothing of a larger one.

import { appendFileSync, existsSync, statSync } from 'node:fs'

const mostBytes = 1024 * 1024
const cut = '\n\n_The rest did not fit into the job summary. The record and the log have it._\n'

/** Appends `markdown`, or as many of its lines as fit. `path` is null when the runner shows no summaries. */
export function writeSummary(path: string | null, markdown: string): void {
  if (path === null) return
  const used = existsSync(path) ? statSync(path).size : 0
  const text = fit(`${markdown.trimEnd()}\n`, mostBytes - used)
  if (text !== '') appendFileSync(path, text)
}

function fit(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  const room = bytes - Buffer.byteLength(cut)
  if (room <= 0) return ''
  // Whole lines only, so that no character and no link is cut in two.
  const head = Buffer.from(text).subarray(0, room)
  const end = head.lastIndexOf(0x0a)
  return end === -1 ? '' : `${head.subarray(0, end).toString()}${cut}`
}
