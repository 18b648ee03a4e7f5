import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type RowsOptions, readRows, readRowsOf } from '../../../src/capture/session/read-rows.ts'
import type { JsonObject } from '../../../src/core/json.ts'
import { makeFolder } from '../../support/capture-world.ts'

const { signal } = new AbortController()

interface Read {
  rows: [line: number, row: JsonObject][]
  problems: [line: number, reason: string][]
}

async function readText(t: TestContext, text: string, options: Partial<RowsOptions> = {}): Promise<Read> {
  const path = join(makeFolder(t), 'a.jsonl')
  writeFileSync(path, text)
  const read: Read = { rows: [], problems: [] }
  const onProblem = (reason: string, line: number) => read.problems.push([line, reason])
  await readRows(path, { signal, onProblem, ...options }, (row, line) => read.rows.push([line, row]))
  return read
}

/** The same text in chunks of every size up to its own, all in one buffer that is written over. */
async function readChunked(text: string, size: number, options: Partial<RowsOptions> = {}): Promise<Read> {
  const read: Read = { rows: [], problems: [] }
  const onProblem = (reason: string, line: number) => read.problems.push([line, reason])
  const whole = Buffer.from(text)
  const buffer = Buffer.alloc(size)
  const chunks = async function* () {
    for (let start = 0; start < whole.length; start += size) {
      buffer.fill('#')
      yield buffer.subarray(0, whole.copy(buffer, 0, start, start + size))
    }
  }
  await readRowsOf(chunks(), { signal, onProblem, ...options }, (row, line) => read.rows.push([line, row]))
  return read
}

test('every object is given with its line, whatever is around it', async (t) => {
  const read = await readText(t, '\uFEFF{"a":1}\r\n\n  {"b":"ž"} \n[1]\nnull\n{"c"\n{"d":4}')
  assert.deepEqual(read.rows, [
    [1, { a: 1 }],
    [3, { b: 'ž' }],
    [7, { d: 4 }],
  ])
  assert.deepEqual(read.problems, [
    [4, 'no JSON object'],
    [5, 'no JSON object'],
    [6, 'no JSON'],
  ])
})

test('a last line that is half written is told apart', async (t) => {
  const { rows, problems } = await readText(t, '{"a":1}\n{"b":')
  assert.deepEqual(rows, [[1, { a: 1 }]])
  assert.deepEqual(problems, [[2, 'ends in the middle of a line']])
})

test('a row behind one that was broken off is read, and so are rows without a line between', async (t) => {
  const text =
    '{"t":"x"}\n{"t":"a","n":[{"t":"in"},{"t":"b{\\"t\\":1}{"t":"c"}\n{"t":"d"}{"t":"e"}{"t":"f"}\n{"t":"g"'
  const { rows, problems } = await readText(t, text)
  assert.deepEqual(
    rows.map(([line, row]) => [line, JSON.stringify(row)]),
    [
      [1, '{"t":"x"}'],
      [2, '{"t":"c"}'],
      [3, '{"t":"d"}'],
      [3, '{"t":"e"}'],
      [3, '{"t":"f"}'],
    ],
  )
  assert.deepEqual(problems, [
    [2, 'no JSON'],
    [4, 'ends in the middle of a line'],
  ])
})

test('what stands within a row that was broken off is none', async (t) => {
  const row = (kind: string) => `{"type":"${kind}","at":1,"content":[{"type":"text"}]}`
  const { rows } = await readText(
    t,
    `${row('a')}\n${row('b').slice(0, -2)}\n${row('c').slice(0, -2)}${row('d')}`,
  )
  assert.deepEqual(
    rows.map(([line, { type }]) => [line, type]),
    [
      [1, 'a'],
      [3, 'd'],
    ],
  )
})

test('an empty file has no rows', async (t) => {
  assert.deepEqual(await readText(t, ''), { rows: [], problems: [] })
})

test('a line over the limit is told and left out, and what follows is read', async (t) => {
  const longest = 1024 * 1024
  const long = `{"long":"${'x'.repeat(5 * longest)}"}`
  const fits = `{"fits":"${'y'.repeat(longest - 11)}"}`
  const { rows, problems } = await readText(t, `{"a":1}\n${long}\n${fits}\n{"b":2}\n${long}`, { longest })
  assert.deepEqual(
    rows.map(([line]) => line),
    [1, 3, 4],
  )
  assert.deepEqual(problems, [
    [2, 'longer than 1 MB'],
    [5, 'longer than 1 MB'],
  ])
})

test('lines that are not wanted are neither parsed nor told, however long', async (t) => {
  const wants = (head: string) => !head.startsWith('{"type":"large"')
  const large = `{"type":"large",${'x'.repeat(3 * 1024 * 1024)}`
  const { rows, problems } = await readText(t, `${large}\n{"type":"large" broken\n{"a":1}\n${large}`, {
    wants,
    longest: 1024 * 1024,
  })
  assert.deepEqual(rows, [[3, { a: 1 }]])
  assert.deepEqual(problems, [])
})

test('it does not matter where chunks end', async () => {
  const text = `{"a":"ž🙂"}\n\n{"skip":1}\n{"b":"${'y'.repeat(50)}"}\n{"c":"${'z'.repeat(90)}"}\n{"d":4}\nno`
  const options = { longest: 64, wants: (head: string) => !head.startsWith('{"skip"') }
  const whole = await readChunked(text, 1000, options)
  assert.deepEqual(
    whole.rows.map(([line]) => line),
    [1, 4, 6],
  )
  assert.deepEqual(whole.problems, [
    [5, 'longer than 0.00006103515625 MB'],
    [7, 'ends in the middle of a line'],
  ])
  for (let size = 1; size <= 100; size++) assert.deepEqual(await readChunked(text, size, options), whole)
})

test('an interruption ends the reading', async (t) => {
  const controller = new AbortController()
  controller.abort(new Error('enough'))
  await assert.rejects(readText(t, '{}\n', { signal: controller.signal }), { message: 'enough' })
})
