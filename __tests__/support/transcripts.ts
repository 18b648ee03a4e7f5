// Reads fixture transcripts, whole and spoiled in every way, with one reader.

import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { test } from 'node:test'
import type { Reader } from '../../src/capture/readers/reader.ts'
import { longestLine } from '../../src/capture/session/read-rows.ts'
import type { Session } from '../../src/capture/session/session.ts'
import { isJsonObject } from '../../src/core/json.ts'

const fixtures = join(import.meta.dirname, '../fixtures/transcripts')

/** The sessions that `reader` finds in `path`. */
export async function readSessions(reader: Reader, path: string): Promise<Session[]> {
  const { size, mtime } = await stat(path)
  const sessions: Session[] = []
  const file = { path, bytes: size, modifiedAt: mtime }
  for await (const session of reader.read(file, { signal: new AbortController().signal }))
    sessions.push(session)
  return sessions
}

/**
 * One test for each folder of fixtures of `reader`: the files in it that the reader recognizes give the sessions of
 * `sessions.json`, where paths start at the folder. `UPDATE=1` rewrites them, to be checked by hand; not in CI.
 */
export async function testFixtures(reader: Reader): Promise<void> {
  const folder = join(fixtures, reader.id)
  for (const name of (await readdir(folder)).sort()) {
    test(`${reader.id} reads ${name}`, async () => {
      const root = join(folder, name)
      const sessions: unknown[] = []
      for (const path of await listTranscripts(reader, root)) {
        for (const session of await readSessions(reader, path)) {
          const place = relative(root, session.path).replaceAll('\\', '/')
          sessions.push({ ...session, path: place, skipped: Object.fromEntries(session.skipped) })
        }
      }
      const expected = join(root, 'sessions.json')
      if (process.env.UPDATE === '1' && !process.env.CI) {
        await writeFile(expected, `${JSON.stringify(sessions, null, 2)}\n`)
      }
      assert.deepEqual(JSON.parse(JSON.stringify(sessions)), JSON.parse(await readFile(expected, 'utf8')))
    })
  }
}

/** Tests that `reader` gets through `path`, a fixture, however it is spoiled. */
export function testSpoiled(reader: Reader, path: string): void {
  const source = join(fixtures, reader.id, path)
  const isRows = path.endsWith('.jsonl')
  test(`${reader.id} gets through ${path} cut anywhere`, async () => {
    await spoil(path, async (target) => {
      const bytes = await readFile(source)
      const step = Math.max(1, Math.floor(bytes.length / 150))
      for (let end = 0; end < bytes.length; end += step) {
        await writeFile(target, bytes.subarray(0, end))
        assert.ok((await readSessions(reader, target)).length <= 1)
      }
    })
  })
  test(`${reader.id} gets through ${path} with values of wrong types`, async () => {
    await spoil(path, async (target) => {
      const text = await readFile(source, 'utf8')
      const values = isRows ? text.split('\n').flatMap(parse) : [JSON.parse(text)]
      const keys = new Set<string>()
      for (const value of values) collectKeys(value, keys)
      for (const key of keys) {
        for (const wrong of wrongValues) {
          const spoiled = values.map((value) => JSON.stringify(replaceKey(value, key, wrong)))
          await writeFile(target, spoiled.join('\n'))
          for (const session of await readSessions(reader, target)) assertSound(session)
        }
      }
    })
  })
  if (!isRows) return
  test(`${reader.id} reads the rest of ${path} round a huge line`, async () => {
    await spoil(path, async (target) => {
      const text = await readFile(source, 'utf8')
      const huge = `{"type":"huge","text":"${'x'.repeat(longestLine + 2 * 1024 * 1024)}"}\n`
      const broken = `\0\n[1]\n"text"\n{"a":${'['.repeat(50_000)}\n`
      const [first = '', ...rest] = text.split('\n')
      await writeFile(target, `${first}\n${huge}${broken}${rest.join('\n')}`)
      const [whole] = await readSessions(reader, source)
      const [session] = await readSessions(reader, target)
      assert.deepEqual(session?.events, whole?.events)
      assert.deepEqual(session?.problems.slice(0, 3), [
        { reason: 'longer than 16 MB', line: 2, count: 1 },
        { reason: 'no JSON', line: 3, count: 2 },
        { reason: 'no JSON object', line: 4, count: 2 },
      ])
    })
  })
}

const wrongValues: readonly unknown[] = [
  42,
  -1.5,
  true,
  null,
  '',
  'not a time',
  '__proto__',
  [],
  [null, 1, 'x', [[]], {}],
  {},
  { length: 1e9, __proto__: null, value: 7, text: [], message: 9, type: {} },
  JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`),
  'x'.repeat(70_000),
]

async function spoil(path: string, run: (target: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'transcripts-'))
  try {
    await run(join(folder, basename(path)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function listTranscripts(reader: Reader, root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found: string[] = []
  for (const path of paths.sort()) {
    if (basename(path) === 'sessions.json') continue
    if (reader.recognizes(path, (await readFile(path)).toString('utf8', 0, 65_536))) found.push(path)
  }
  return found
}

function parse(line: string): unknown[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}

function collectKeys(value: unknown, keys: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectKeys(item, keys)
  if (!isJsonObject(value)) return
  for (const [key, inner] of Object.entries(value)) {
    keys.add(key)
    collectKeys(inner, keys)
  }
}

function replaceKey(value: unknown, key: string, wrong: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceKey(item, key, wrong))
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, name === key ? wrong : replaceKey(inner, key, wrong)]),
  )
}

/** What holds of every session, whatever it was read from. */
function assertSound(session: Session): void {
  assert.equal(typeof session.id, 'string')
  for (const list of [session.models, session.folders, session.branches]) {
    for (const item of list) assert.equal(typeof item, 'string')
  }
  assert.ok(session.version === null || typeof session.version === 'string')
  for (const event of session.events) {
    assert.ok(event.at === null || !Number.isNaN(Date.parse(event.at)))
    if (event.kind === 'prompt' || event.kind === 'answer') assert.equal(typeof event.text, 'string')
    if (event.kind !== 'call') continue
    assert.equal(typeof event.name, 'string')
    for (const path of event.paths) assert.equal(typeof path, 'string')
    for (const text of [event.command, event.output, event.feedback])
      assert.ok(text === null || typeof text === 'string')
  }
}
