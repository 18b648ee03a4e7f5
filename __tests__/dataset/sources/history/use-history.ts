// The history source against a server of its own, without waiting.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before } from 'node:test'
import { createClient } from '../../../../src/api/create-client.ts'
import type { JsonObject } from '../../../../src/core/json.ts'
import {
  type CollectedHistory,
  collectHistory,
} from '../../../../src/dataset/sources/history/collect-history.ts'
import type { HistoryOptions } from '../../../../src/dataset/sources/history/history-options.ts'
import { createHistoryPull, type HistoryServer, startHistoryServer } from '../../../support/github-history.ts'

export interface HistoryTest {
  readonly server: HistoryServer
  /** The work folder; empty at the begin of each test. */
  readonly folder: string
  /** What was said and for how many milliseconds the source wanted to wait. */
  said: string[]
  waits: number[]
  /** Puts pull requests 1 to `count` into `octo/app`. */
  serve(count: number): void
  /** How many pull requests each page asked for. */
  sizes(): unknown[]
  collect(given?: Partial<HistoryOptions>): Promise<CollectedHistory>
  /** The lines of a JSONL file. */
  readLines(path: string | null | undefined): Promise<JsonObject[]>
  /** The numbers that came, in the order of the file. */
  readNumbers(collected: CollectedHistory): Promise<unknown[]>
}

export function useHistory(): HistoryTest {
  let server: HistoryServer | undefined
  let folder = ''
  const test: HistoryTest = {
    get server() {
      if (server === undefined) throw new Error('not started')
      return server
    },
    get folder() {
      return folder
    },
    said: [],
    waits: [],
    serve(count) {
      test.server.repositories.set('octo/app', {
        id: 99,
        visibility: 'PUBLIC',
        license: 'MIT',
        branch: [],
        pulls: Array.from({ length: count }, (_, index) => createHistoryPull(index + 1)),
      })
    },
    sizes: () =>
      test.server.questions.flatMap(({ kind, variables }) => (kind === 'pulls' ? [variables.first] : [])),
    async collect(given = {}) {
      if (folder === '') folder = await mkdtemp(join(tmpdir(), 'history-'))
      const signal = given.signal ?? new AbortController().signal
      return collectHistory({
        client: createClient({ apiUrl: test.server.origin, token: 'secret', signal, userAgent: 'test' }),
        graphqlUrl: `${test.server.origin}/graphql`,
        host: 'github.com',
        repositories: ['octo/app'],
        workFolder: folder,
        signal,
        progress: { step: () => {}, say: (line) => test.said.push(line) },
        now: () => Date.parse('2026-11-26T11:30:00Z'),
        wait: async (milliseconds) => {
          test.waits.push(milliseconds)
        },
        ...given,
      })
    },
    async readLines(path) {
      const text = await readFile(path ?? '', 'utf8')
      return text
        .split('\n')
        .slice(0, -1)
        .map((line): JsonObject => JSON.parse(line))
    },
    async readNumbers({ inputs }) {
      return (await test.readLines(inputs[0]?.path)).map(({ number }) => number)
    },
  }
  before(async () => {
    server = await startHistoryServer()
  })
  after(() => server?.stop())
  afterEach(async () => {
    server?.reset()
    test.said.length = 0
    test.waits.length = 0
    if (folder !== '') await rm(folder, { recursive: true })
    folder = ''
  })
  return test
}
