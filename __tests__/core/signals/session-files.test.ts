import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractRecord } from '../../../src/core/extract-record.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { findSessionFiles } from '../../../src/core/signals/session-files.ts'

const added = (path: string) => ({ path, additions: 1, deletions: 0 })

test('sessions that are committed are found in the places their tools keep them', () => {
  const paths = ['.specstory/history/2026-01-02_10-11Z-fix.md', '.agent-trace/traces.jsonl']
  assert.deepEqual(findSessionFiles(paths.map(added)), paths)
})

test('what only looks like one is left alone', () => {
  const paths = ['.specstory/.gitignore', 'docs/.specstory/history/a.md', '.agent-trace/readme.md', 'a.md']
  assert.deepEqual(findSessionFiles(paths.map(added)), [])
  assert.deepEqual(findSessionFiles([{ path: '.specstory/history/a.md', additions: 0, deletions: 9 }]), [])
})

test('a committed session is a trace of AI use without a tool', () => {
  const record = extractRecord(createPullRequest({ files: [added('.specstory/history/a.md')] }), {
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0-test',
  })
  assert.equal(record.ai_use, 'used')
  assert.deepEqual(
    record.signals.map(({ kind, tool_id, value }) => [kind, tool_id, value]),
    [['session_file', null, '.specstory/history/a.md']],
  )
  assert.deepEqual(record.tools, [])
})
