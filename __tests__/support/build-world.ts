// A store in a temporary folder and builds of records written by hand: what a team does over some months, in memory of a test.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractRecord } from '../../src/core/extract-record.ts'
import { parsePullRequest } from '../../src/core/parse-pull-request.ts'
import { type BuildOutcome, buildDataset } from '../../src/dataset/build/build-dataset.ts'
import type { BuildOptions } from '../../src/dataset/build/build-options.ts'
import type { OutcomeUpdate, Trust } from '../../src/dataset/input.ts'
import { openFolderStore } from '../../src/dataset/store/folder/folder-store.ts'
import type { Store } from '../../src/dataset/store/store.ts'
import { silent } from '../../src/runtime/progress.ts'

/** A pull request as `parsePullRequest` reads it. */
export type PullRequestJson = Record<string, unknown>

export interface BuildWorld {
  store: Store
  folder: string
  /** Builds from `lines`, each a record or pull request. */
  build(
    lines: readonly unknown[],
    more?: Partial<BuildOptions> & {
      trust?: Trust
      outcomes?: OutcomeUpdate[]
      diffs?: string[]
      through?: { repositoryId: number; time: string }[]
    },
  ): Promise<BuildOutcome>
  /** The rows of `table` in the JSONL of the newest version, each with its split. */
  rows(table: string): Record<string, unknown>[]
}

export const asOf = '2026-11-26T00:00:00.000Z'

/** What a world ends with: a test or a suite. */
export interface Owner {
  after(release: () => void): void
}

/** A world without a version; all its folders are in one called `name`. */
export function createBuildWorld(t: Owner, name = 'world'): BuildWorld {
  const temporary = mkdtempSync(join(tmpdir(), 'ai-worklog-build-'))
  t.after(() => rmSync(temporary, { recursive: true, force: true }))
  const folder = join(temporary, name)
  mkdirSync(folder)
  const store = openFolderStore(join(folder, 'store'))
  let run = 0
  return {
    store,
    folder,
    build(lines, { trust = 'local', outcomes = [], diffs = [], through = [], ...more } = {}) {
      run++
      const workFolder = join(folder, `work-${run}`)
      mkdirSync(workFolder)
      const path = join(folder, `lines-${run}.jsonl`)
      writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      const diffsPath = join(folder, `diffs-${run}.jsonl`)
      writeFileSync(diffsPath, diffs.map((line) => `${line}\n`).join(''))
      const options: BuildOptions = {
        sources: [
          async () => ({
            inputs: [{ path, name: 'lines', kind: 'auto', source: 'file', trust }],
            outcomes,
            problems: [],
            artifacts: [],
            through,
            diffs: diffs.length === 0 ? null : diffsPath,
            counts: {},
          }),
        ],
        staged: null,
        workFolder,
        asOf,
        authors: null,
        pseudonymKey: null,
        audience: null,
        license: null,
        allowPrivate: null,
        optOut: null,
        keepDays: null,
        toolAgeDays: null,
        salt: null,
        threads: 1,
        engine: { kind: 'duckdb' },
        signal: new AbortController().signal,
        progress: silent,
        ...more,
      }
      return buildDataset(options, store)
    },
    rows(table) {
      const { version } = JSON.parse(readFileSync(join(folder, 'store', 'latest.json'), 'utf8'))
      const dataset = join(folder, 'store', version, 'dataset')
      const manifest = JSON.parse(readFileSync(join(dataset, 'manifest.json'), 'utf8'))
      const found = manifest.tables.find(({ name }: { name: string }) => name === table)
      return found.splits.flatMap(({ split, rows }: { split: string; rows: number }) =>
        rows === 0
          ? []
          : readFileSync(join(dataset, 'jsonl', table, `${split}-00000-of-00001.jsonl`), 'utf8')
              .trim()
              .split('\n')
              .map((line) => ({ ...JSON.parse(line), split })),
      )
    },
  }
}

/** A documented pull request whose text has some 60 words of its own. */
export function documented(number: number, more: PullRequestJson = {}): PullRequestJson {
  const words = Array.from({ length: 40 }, (_, index) => `w${number}x${index}`).join(' ')
  return {
    repository: 'octo/app',
    repository_id: 42,
    visibility: 'public',
    license: 'MIT',
    number,
    title: `Change ${number}`,
    author: `author-${number}`,
    url: `https://github.com/octo/app/pull/${number}`,
    state: 'closed',
    created_at: '2026-10-01T00:00:00Z',
    merged_at: '2026-10-02T00:00:00Z',
    body: `## AI tools\n\n- Claude Code 2.1.0\n\n## Prompts\n\n> Please write ${words}\n\n## Failed attempts\n\n- It called a function that is not there ${number}\n  - Error: TypeError number ${number}\n  - Cause: it made up the name\n  - Resolution: told it to read the module first ${number}\n\n## Manual corrections\n\n- Renamed the helper ${number}\n  - Reason: it hid another one\n\nTraining consent: yes\n`,
    ...more,
  }
}

/** The record of `pullRequest`, as `extract` makes it. */
export function recordOf(pullRequest: PullRequestJson, generatedAt = asOf): Record<string, unknown> {
  const parsed = parsePullRequest(JSON.stringify(pullRequest))
  return { ...extractRecord(parsed, { generatedAt, version: '1.0.0' }) }
}
