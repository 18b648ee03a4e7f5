// The parts of publishing that a whole run of the action cannot show: its limits.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { markRedacted } from '../../src/core/redact/redacted.ts'
import { writeRecord } from '../../src/github/publish/write-record.ts'
import { writeSummary } from '../../src/github/publish/write-summary.ts'

const mebibyte = 1024 * 1024

function useFolder(t: { after(fn: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

test('a summary is appended', (t) => {
  const path = join(useFolder(t), 'summary.md')
  writeSummary(path, '# One\n\n')
  writeSummary(path, '# Two')
  assert.equal(readFileSync(path, 'utf8'), '# One\n# Two\n')
})

test('a summary without a file is dropped', () => {
  writeSummary(null, '# One')
})

test('a summary is cut between lines to what GitHub shows', (t) => {
  const path = join(useFolder(t), 'summary.md')
  writeFileSync(path, 'x'.repeat(1000))
  writeSummary(path, 'üüüüüüüüü\n'.repeat(100_000))
  const text = readFileSync(path, 'utf8')
  assert.ok(Buffer.byteLength(text) <= mebibyte)
  assert.ok(Buffer.byteLength(text) > mebibyte - 200)
  assert.ok(
    text.endsWith('ü\n\n_The rest did not fit into the job summary. The record and the log have it._\n'),
  )
})

test('of several sections a long one takes no room from those after it', (t) => {
  const path = join(useFolder(t), 'summary.md')
  writeSummary(path, '# One', `# Two\n${'x\n'.repeat(mebibyte)}`, '# Three', `# Four\n${'y\n'.repeat(1000)}`)
  const text = readFileSync(path, 'utf8')
  assert.ok(Buffer.byteLength(text) <= mebibyte)
  assert.ok(text.startsWith('# One\n\n# Two\nx\nx\n'))
  assert.equal(text.match(/_The rest did not fit/g)?.length, 1)
  assert.ok(text.endsWith(`_\n\n# Three\n\n# Four\n${'y\n'.repeat(1000)}`))
})

test('a summary that is full already is left as it is', (t) => {
  const path = join(useFolder(t), 'summary.md')
  writeFileSync(path, 'x'.repeat(mebibyte))
  writeSummary(path, '# One')
  assert.equal(readFileSync(path).length, mebibyte)
})

test('a record is written whole, and an earlier one of its name is noticed', (t) => {
  const options = { temporaryFolder: useFolder(t), artifactName: 'a', pullRequestNumber: 7 }
  const first = writeRecord(markRedacted('{}\n'), options)
  assert.equal(first.isNameTaken, false)
  assert.equal(readFileSync(first.path, 'utf8'), '{}\n')
  const second = writeRecord(markRedacted('[]\n'), { ...options, pullRequestNumber: 8 })
  assert.equal(second.isNameTaken, true)
  assert.equal(writeRecord(markRedacted('{}\n'), { ...options, artifactName: 'b' }).isNameTaken, false)
  assert.deepEqual(readdirSync(join(options.temporaryFolder, 'ai-worklog', 'a')), [
    'ai-worklog-pr-7.json',
    'ai-worklog-pr-8.json',
  ])
})

/** Annotations go to the standard output, so they are printed by a process of their own. */
function annotate(annotations: unknown[]): string[] {
  const file = new URL('../../src/github/publish/annotate.ts', import.meta.url).href
  const code = `import { annotate } from ${JSON.stringify(file)}; annotate(${JSON.stringify(annotations)})`
  const args = ['--input-type=module', '--eval', code]
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).trimEnd().split('\n')
}

test('ten annotations of a level are shown', () => {
  const printed = annotate(
    Array.from({ length: 10 }, (_, index) => ({ level: 'warning', title: 't', message: `${index}` })),
  )
  assert.deepEqual(
    printed,
    Array.from({ length: 10 }, (_, index) => `::warning title=t::${index}`),
  )
})

test('of more than ten annotations the tenth says how many there are', () => {
  const of = (level: string, length: number) =>
    Array.from({ length }, (_, index) => ({ level, title: 't', message: `${index}` }))
  const printed = annotate([...of('notice', 1), ...of('warning', 12)])
  assert.equal(printed.length, 11)
  assert.equal(printed[8], '::warning title=t::8')
  assert.equal(
    printed[9],
    '::warning title=ai-worklog::3 more of this level: the job summary and the log list them all.',
  )
  assert.equal(printed[10], '::notice title=t::0')
})

test('an annotation cannot hold a command', () => {
  assert.deepEqual(
    annotate([{ level: 'error', title: 'a\n::b::c', message: '\u001b[1mx\r\n::add-mask::y%' }]),
    ['::error title=a %3A%3Ab%3A%3Ac::x%0A::add-mask::y%25'],
  )
})
