// The test split for those who must not train on it.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The path inside a version. */
export const testListFile = join('store', 'test-list.jsonl')

/** The list of the version in `folder` as JSONL, a record a line; empty when there is no test split. */
export async function readTestList(folder: string): Promise<string> {
  return readFile(join(folder, testListFile), 'utf8')
}
