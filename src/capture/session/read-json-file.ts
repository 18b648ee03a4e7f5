// Reads a JSON file of a tool, within bounds.

import { readFile, stat } from 'node:fs/promises'

/** Larger files are not read: a conversation of a day has some MB. */
const largestJson = 64 * 1024 * 1024

/** The value in `path`; `problem` says in our words why there is none. Rejects when the file cannot be read. */
export async function readJsonFile(path: string): Promise<{ value: unknown; problem: string | null }> {
  const { size } = await stat(path)
  if (size > largestJson) return { value: null, problem: `larger than ${largestJson / 1024 / 1024} MB` }
  try {
    return { value: JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')), problem: null }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { value: null, problem: 'no JSON' }
  }
}
