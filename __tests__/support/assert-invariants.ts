// What holds for the record of any pull request.

import assert from 'node:assert/strict'
import type { Place, Point } from '../../src/core/document/place.ts'
import type { PullRequest } from '../../src/core/pull-request.ts'
import type { WorklogRecord } from '../../src/core/record/schema.ts'
import { createValidator, readSchema } from '../schema/create-validator.ts'

const validate = createValidator().compile(await readSchema('record.v1'))

/** Asserts that the record `check` gives of `pullRequest` is valid, and the same for any kind of newline. */
export function assertInvariants(
  pullRequest: PullRequest,
  check: (body: string | null) => WorklogRecord,
): void {
  const record = check(pullRequest.body)
  assertValid(record)
  assertPlaces(record, pullRequest)
  const { body } = pullRequest
  if (body === null) return
  const lf = body.replace(/\r\n?/g, '\n')
  if (lf !== body) assertSameButOffsets(check(lf), record)
  // A body near the limit is over it with longer newlines.
  const crlf = lf.replaceAll('\n', '\r\n')
  if (crlf.length > 65_536) return
  const read = check(crlf)
  assertPlaces(read, { ...pullRequest, body: crlf })
  assertSameButOffsets(read, record)
}

/** Asserts that `record` is as the published schema says. */
export function assertValid(record: WorklogRecord): void {
  assert.ok(validate(record), JSON.stringify(validate.errors, null, 2))
}

/** Asserts that every place of `record` lies in its source, and that line, column and offset agree. */
export function assertPlaces(record: WorklogRecord, { title, body, commits }: PullRequest): void {
  const starts = new Map<string, number[]>()
  for (const place of listPlaces(record)) {
    const text = new Map([
      ['body', body ?? ''],
      ['title', title ?? ''],
      ['commit', commits.find(({ sha }) => sha === place.commit_sha)?.message],
    ]).get(place.source)
    if (place.source === 'branch' || place.source === 'author') {
      assert.deepEqual([place.start, place.end], [null, null])
      continue
    }
    if (record.privacy.prompts === 'omit' && place.end === null) continue
    assert.ok(text !== undefined && place.start && place.end, JSON.stringify(place))
    assert.ok(place.start.offset <= place.end.offset, JSON.stringify(place))
    const key = `${place.source} ${place.commit_sha}`
    const lines = starts.get(key) ?? findLineStarts(text)
    starts.set(key, lines)
    for (const point of [place.start, place.end]) assertPoint(point, text, lines)
  }
}

function assertPoint({ line, column, offset }: Point, text: string, lines: readonly number[]): void {
  assert.ok(offset >= 0 && offset <= text.length, `offset ${offset} of ${text.length}`)
  const start = lines[line - 1]
  assert.ok(start !== undefined, `line ${line} of ${lines.length}`)
  assert.equal(offset, start + column - 1)
  assert.ok(offset < (lines[line] ?? text.length + 1), `column ${column} is past line ${line}`)
}

function findLineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)]
}

function assertSameButOffsets(actual: WorklogRecord, expected: WorklogRecord): void {
  assert.deepEqual(withoutOffsets(actual), withoutOffsets(expected))
}

function withoutOffsets(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each) => (key === 'offset' ? undefined : each)))
}

function* listPlaces(value: unknown): Generator<Place> {
  if (typeof value !== 'object' || value === null) return
  if ('source' in value && 'start' in value && 'end' in value) yield value as Place
  else for (const inner of Object.values(value)) yield* listPlaces(inner)
}
