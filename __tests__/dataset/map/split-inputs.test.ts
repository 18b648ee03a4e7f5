import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import type { Input, Problem } from '../../../src/dataset/input.ts'
import { splitInputs } from '../../../src/dataset/map/split-inputs.ts'

const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-split-'))
after(() => rmSync(folder, { recursive: true }))

async function split(text: string, options: { size: number; longest?: number; shard?: [number, number] }) {
  const path = join(folder, 'input.jsonl')
  writeFileSync(path, text)
  const input: Input = { path, name: 'in', kind: 'auto', source: 'file', trust: 'local' }
  const problems: Problem[] = []
  const ranges = []
  const [index, count] = options.shard ?? [1, 1]
  const onProblem = (problem: Problem) => problems.push(problem)
  const { size, longest = 1000 } = options
  for await (const range of splitInputs([input], {
    size,
    longest,
    shard: { index, count },
    onProblem,
    onRead() {},
  }))
    ranges.push({ ...range, bytes: Buffer.from(range.bytes).toString() })
  return { ranges, problems }
}

describe('ranges of lines', () => {
  const text = Array.from({ length: 40 }, (_, index) => `line ${index + 1} ${'é'.repeat(index % 7)}`).join(
    '\n',
  )

  for (const size of [1, 2, 3, 16, 50, 10_000]) {
    it(`hold every line once, in blocks of ${size} bytes`, async () => {
      const { ranges } = await split(text, { size })
      assert.equal(ranges.map(({ bytes }) => bytes).join(''), text)
      for (const { bytes, firstLine } of ranges) assert.ok(bytes.startsWith(`line ${firstLine} `))
      assert.deepEqual(
        ranges.map(({ isTorn }) => isTorn),
        ranges.map((_, index) => index === ranges.length - 1),
      )
    })
  }

  it('are the same for every shard', async () => {
    const all = await split(text, { size: 50 })
    const shards = await Promise.all([1, 2, 3].map(async (index) => (await splitShard(index)).ranges))
    const joined = shards.flat().sort((a, b) => a.number - b.number)
    assert.deepEqual(joined, all.ranges)
    assert.ok(shards.every((ranges) => ranges.length > 1))
  })

  it('leave out a line that is too long', async () => {
    const { ranges, problems } = await split(`one\n${'x'.repeat(2000)}\nthree\n`, { size: 64 })
    assert.deepEqual(
      ranges.map(({ bytes, firstLine }) => [firstLine, bytes]),
      [
        [1, 'one\n'],
        [3, 'three\n'],
      ],
    )
    assert.deepEqual(problems, [
      {
        place: 'in:2',
        reason: 'too-large',
        message: 'a line longer than 1000 bytes; expected one record or pull request a line',
      },
    ])
  })

  it('are none of an empty file', async () => assert.deepEqual((await split('', { size: 5 })).ranges, []))

  // One after the other: they share a file.
  let last = Promise.resolve<unknown>(null)
  function splitShard(index: number) {
    const next = last.then(() => split(text, { size: 50, shard: [index, 3] }))
    last = next
    return next
  }
})
