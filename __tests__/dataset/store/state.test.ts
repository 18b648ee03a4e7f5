import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseFileList } from '../../../src/dataset/store/file-list.ts'
import {
  parseState,
  parseTombstones,
  readState,
  serializeState,
  writeState,
} from '../../../src/dataset/store/state.ts'
import { compareVersions, isVersion } from '../../../src/dataset/store/version.ts'
import { createState, makeFolder } from '../../support/dataset-version.ts'

const key = 'b'.repeat(64)
const at = '2026-11-02T00:00:00.000Z'

test('equal states give equal bytes, whatever their order', async (t) => {
  const folder = makeFolder(t)
  mkdirSync(join(folder, 'store'))
  const artifacts = [
    { repository: 'octo/b', id: 2, digest: null },
    { repository: 'octo/a', id: 10, digest: 'sha256:x' },
    { repository: 'octo/a', id: 9, digest: null },
    { repository: 'octo/b', id: 2, digest: null },
  ]
  const state = createState({ artifacts, tombstones: [{ at, key, kind: 'author' }] })
  const other = createState({ artifacts: artifacts.toReversed(), tombstones: [{ kind: 'author', key, at }] })
  assert.equal(serializeState(state), serializeState(other))
  await writeState(folder, state)
  const read = await readState(folder)
  assert.deepEqual(
    read.artifacts.map(({ repository, id }) => `${repository} ${id}`),
    ['octo/a 9', 'octo/a 10', 'octo/b 2'],
  )
  assert.equal(serializeState(read), serializeState(state))
})

test('a damaged state is told by file, place and remedy', async (t) => {
  const remedy =
    '. If a newer ai-worklog wrote it, update; else restore the file, or name an older version in the store’s `latest.json`'
  const wrong: [string, string][] = [
    ['{', 'it is not JSON'],
    [JSON.stringify({ ...createState(), salt: '' }), '`salt`: must not be empty'],
    [JSON.stringify({ ...createState(), version: 'v1' }), '`version`: must be a version such as `1.2.0`'],
    [
      JSON.stringify(createState({ tombstones: [{ kind: 'author', key: 'octocat', at }] })),
      '`tombstones.0.key`: must be a SHA-256 in hex',
    ],
    [
      JSON.stringify({ ...createState(), state_version: 2 }),
      '`state_version`: Invalid type: Expected 1 but received 2',
    ],
    [
      JSON.stringify({ ...createState(), more: 1 }),
      '`more`: Invalid key: Expected never but received "more"',
    ],
  ]
  for (const [text, reason] of wrong)
    assert.throws(() => parseState(text, 's/state.json'), {
      name: 'UsageError',
      message: `Cannot read \`s/state.json\`: ${reason}${remedy}`,
    })
  assert.throws(() => parseTombstones('{"tombstones": 1}', 't.json'), /Cannot read `t.json`: `tombstones`/)
  const folder = makeFolder(t)
  await assert.rejects(readState(folder), { name: 'UsageError', message: /ENOENT/ })
  mkdirSync(join(folder, 'store'))
  writeFileSync(join(folder, 'store/state.json'), 'null')
  await assert.rejects(readState(folder), {
    name: 'UsageError',
    message: /Expected Object but received null/,
  })
})

test('versions are compared as numbers', () => {
  assert.ok(compareVersions('1.9.0', '1.10.0') < 0)
  assert.ok(compareVersions('2.0.0', '1.10.9') > 0)
  assert.equal(compareVersions('1.2.3', '1.2.3'), 0)
  for (const text of ['1.0', '01.0.0', '1.0.0-rc', '../1.0.0', '1.0.0\n', ''])
    assert.ok(!isVersion(text), text)
})

test('a list of files cannot lead out of the folder', () => {
  const list = (path: string) =>
    JSON.stringify({ version: '1.0.0', files: [{ path, bytes: 0, sha256: 'a'.repeat(64) }] })
  assert.equal(parseFileList(list('store/state.json'), 'x').files.length, 1)
  for (const path of ['../x', '/etc/x', 'a/../../x', 'a\\x', 'a//x', '', 'a/.', 'a/...', 'c:x'])
    assert.throws(() => parseFileList(list(path), 'x'), { name: 'UsageError' }, path)
})
