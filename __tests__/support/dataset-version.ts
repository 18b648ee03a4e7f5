// A small version of a dataset in a folder of its own, as a build hands it to a store.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { type StoreState, serializeState } from '../../src/dataset/store/state.ts'

/** A temporary folder that goes with the test. */
export function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-store-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A state without anything in it. */
export function createState(changes: Partial<StoreState> = {}): StoreState {
  return {
    state_version: 1,
    version: '1.0.0',
    salt: 'the salt',
    split_by: 'repository',
    unreachable: 0,
    history: [],
    private_records: 0,
    build: { authors: 'login', audience: 'team', license: null, allow_private: false },
    artifacts: [],
    tombstones: [],
    ...changes,
  }
}

/** A folder of `version` whose files say `text`. */
export function makeVersion(t: TestContext, version: string, text = version): string {
  const folder = makeFolder(t)
  const write = (path: string, content: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  write('dataset/README.md', `# ${text}\n`)
  write('dataset/manifest.json', JSON.stringify({ version }))
  write('dataset/CHANGELOG.md', `## ${text}\n`)
  write('dataset/data/prompts/train-00000-of-00001.parquet', `rows of ${text}`)
  write('store/records.parquet', `records of ${text}`)
  write('store/state.json', serializeState(createState({ version })))
  return folder
}
