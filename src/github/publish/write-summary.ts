// Appends to the job summary, which is a file of at most 1 MiB: GitHub shows nothing of a larger one.

import { appendFileSync, existsSync, statSync } from 'node:fs'

const mostBytes = 1024 * 1024
const cut = '\n\n_The rest did not fit into the job summary. The record and the log have it._\n'

/**
 * Appends `sections` of Markdown, or as many lines of each as fit: a long one takes no room from those after it.
 * `path` is null when the runner shows no summaries.
 */
export function writeSummary(path: string | null, ...sections: readonly string[]): void {
  if (path === null) return
  let room = mostBytes - (existsSync(path) ? statSync(path).size : 0)
  let text = ''
  for (const [index, section] of sections.entries()) {
    const gap = index === 0 ? '' : '\n'
    const part = fit(`${gap}${section.trimEnd()}\n`, Math.floor(room / (sections.length - index)))
    room -= Buffer.byteLength(part)
    text += part
  }
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
