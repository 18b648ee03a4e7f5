// Which sessions are taken, and what becomes of them when the time is up.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readers } from '../../../src/capture/readers/readers.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { describeProblems, describeSessions } from '../../../src/github/evidence/describe-sessions.ts'
import { listNamed } from '../../../src/github/evidence/list-named.ts'
import { selectSessions } from '../../../src/github/evidence/select-sessions.ts'
import { toBranch } from '../../../src/github/evidence/to-branch.ts'
import { makeJob, readExecution, readOwnTranscript, sessionId } from '../../support/job-world.ts'

const { signal } = new AbortController()
const pullRequest = createPullRequest({ files: [{ path: 'numbers.txt', additions: 1, deletions: 0 }] })

describe('selectSessions', () => {
  it('takes a session once, with all its files say', async (t) => {
    const { leave, workspace, temporary } = makeJob(t)
    leave('temp/a/claude-execution-output.json', readExecution(workspace))
    leave(`temp/b/${sessionId}.jsonl`, readOwnTranscript(workspace))
    leave('temp/b/other.json', '{}')
    const { candidates, notices } = await listNamed(readers, temporary, ['.', 'a'], signal)
    assert.deepEqual([candidates.length, notices], [2, []])
    const found = await selectSessions(candidates, toBranch(pullRequest, workspace), [], signal)
    assert.deepEqual(
      found.selected.map(({ session, why }) => [session.id, why.files]),
      [[sessionId, ['numbers.txt']]],
    )
    assert.equal(found.isCut, false)
    assert.equal(
      describeSessions(found, candidates.length),
      'Transcripts: 1 session in 2 files behind the pull request: Claude Code (the input `transcripts`) 1',
    )
    assert.equal(describeProblems(found.selected.map(({ session }) => session)), null)
  })

  it('keeps what it has when the time is up', async (t) => {
    const { leave, workspace, temporary } = makeJob(t)
    leave('temp/a/claude-execution-output.json', readExecution(workspace))
    const { candidates } = await listNamed(readers, temporary, ['.'], signal)
    const branch = toBranch(pullRequest, workspace)
    const found = await selectSessions(candidates, branch, [], AbortSignal.abort())
    assert.deepEqual([found.selected, found.isCut, found.notices], [[], true, []])
  })

  it('takes nothing for a pull request of which neither files nor commits are known', async (t) => {
    const { leave, workspace, temporary } = makeJob(t)
    leave('temp/a/claude-execution-output.json', readExecution(workspace))
    const { candidates } = await listNamed(readers, temporary, ['.'], signal)
    const found = await selectSessions(candidates, toBranch(createPullRequest({}), workspace), [], signal)
    assert.deepEqual([found.selected, found.isCut], [[], false])
  })
})
