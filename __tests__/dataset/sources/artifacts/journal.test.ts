import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { type Journal, openJournal } from '../../../../src/dataset/sources/artifacts/journal.ts'

const claim = { host: 'h', repositoryId: 7, prNumber: 1, headSha: 's', headRepositoryId: 7, runId: null }

function createFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-journal-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

function add(journal: Journal, id: number, lines: string[]): Promise<void> {
  const entry = { repository: 'octo/app', id, digest: null, run: null, problems: [] }
  return journal.add(
    entry,
    lines.map((line) => ({ line, claim })),
  )
}

/** The lines of entry `id`, as the journal says where they are. */
function readLines({ entries, recordsPath }: Journal, id: number): string[] {
  const bytes = readFileSync(recordsPath)
  const records = entries.get(id)?.records ?? []
  return records.map(({ offset, length }) => bytes.toString('utf8', offset, offset + length))
}

describe('openJournal', () => {
  it('keeps what was added, by whom ever at the same time', async (t) => {
    const folder = createFolder(t)
    const journal = await openJournal(folder)
    await Promise.all(Array.from({ length: 50 }, (_, id) => add(journal, id, [`"é ${id}"`, '2'])))
    await journal.close()
    const again = await openJournal(folder)
    assert.deepEqual(again.entries, journal.entries)
    for (let id = 0; id < 50; id += 1) assert.deepEqual(readLines(again, id), [`"é ${id}"\n`, '2\n'])
    await again.close()
  })

  it('drops what is torn, and goes on behind it', async (t) => {
    const folder = createFolder(t)
    const first = await openJournal(folder)
    await add(first, 1, ['1'])
    await first.close()
    appendFileSync(join(folder, 'artifacts-collected.jsonl'), '{"torn": ')
    appendFileSync(join(folder, 'artifacts-journal.jsonl'), '{"repository": ')
    const second = await openJournal(folder)
    assert.deepEqual([...second.entries.keys()], [1])
    await add(second, 2, ['2'])
    await second.close()
    const third = await openJournal(folder)
    assert.deepEqual([...third.entries.keys()], [1, 2])
    assert.deepEqual(readLines(third, 2), ['2\n'])
    await third.close()
  })

  it('takes no line that is none of its own, or whose records are not there', async (t) => {
    const folder = createFolder(t)
    const first = await openJournal(folder)
    await add(first, 1, ['1'])
    await first.close()
    const path = join(folder, 'artifacts-journal.jsonl')
    const line = readFileSync(path, 'utf8')
    const beyond = line.replace('"id":1', '"id":2').replace('"length":2', '"length":20')
    writeFileSync(path, `null\n[]\n{}\n{"id": 3}\n\0\0\n${beyond}${line}`)
    const second = await openJournal(folder)
    assert.deepEqual([...second.entries.keys()], [1])
    await second.close()
  })
})
