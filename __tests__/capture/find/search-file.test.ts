import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createByteSearch } from '../../../src/capture/find/byte-search.ts'
import { createWords } from '../../../src/capture/find/create-words.ts'
import { leastBytes, mayHold } from '../../../src/capture/find/search-file.ts'
import { makeFolder } from '../../support/capture-world.ts'

const { signal } = new AbortController()
const empty = {
  root: '/r',
  worktrees: ['/r'],
  name: null,
  base: null,
  mergeBase: null,
  head: null,
  commits: [],
  files: [],
  notices: [],
}

function createSearch(...files: string[]) {
  const search = createByteSearch(createWords({ ...empty, files }) ?? [])
  assert.ok(search)
  return search
}

test('a word is found on both sides of the end of a chunk', async (t) => {
  const path = join(makeFolder(t), 'a.jsonl')
  const search = createSearch('src/needle.ts')
  const chunk = 1024 * 1024
  for (const start of [0, chunk - 5, chunk, 2 * chunk + 3]) {
    writeFileSync(path, `${'x'.repeat(start)}needle.ts${'y'.repeat(chunk)}`)
    assert.equal(await mayHold(path, search, signal), true, `${start}`)
  }
  writeFileSync(path, 'x'.repeat(2 * chunk))
  assert.equal(await mayHold(path, search, signal), false)
})

test('names are found as JSON writers have them', async (t) => {
  const path = join(makeFolder(t), 'a.jsonl')
  const search = createSearch('src/fö"ö.ts')
  const rest = 'x'.repeat(leastBytes)
  for (const form of [
    'fö\\"ö.ts',
    'f\\u00f6\\"\\u00f6.ts',
    'f\\u00F6\\"\\u00F6.ts',
    'fo\u0308\\"o\u0308.ts',
  ]) {
    writeFileSync(path, `{"path":"/r/src/${form}"}${rest}`)
    assert.equal(await mayHold(path, search, signal), true, form)
  }
})

test('what cannot be searched may hold it: small files, databases, deep folders', async (t) => {
  const folder = makeFolder(t)
  const search = createSearch('needle.ts')
  const large = 'x'.repeat(leastBytes)
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
  put('small.json', '{}')
  put('large.db', large)
  put('large.jsonl.zst', large)
  put('large.json', large)
  for (const name of ['small.json', 'large.db', 'large.jsonl.zst']) {
    assert.equal(await mayHold(join(folder, name), search, signal), true, name)
  }
  assert.equal(await mayHold(join(folder, 'large.json'), search, signal), false)
  mkdirSync(join(folder, 'large', 'subagents'), { recursive: true })
  put('large/subagents/a.jsonl', 'x')
  assert.equal(await mayHold(join(folder, 'large.json'), search, signal), false)
  put('large/subagents/b.jsonl', 'needle.ts')
  assert.equal(await mayHold(join(folder, 'large.json'), search, signal), true)
  assert.equal(await mayHold(join(folder, 'large'), search, signal), true)
})

test('a name of two letters says nothing', () => {
  assert.equal(createWords({ ...empty, files: ['src/ab'] }), null)
})
