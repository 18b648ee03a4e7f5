// What a run reads of the transcripts in its job, from real files.

import assert from 'node:assert/strict'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import { createPullRequest, type PullRequest } from '../../../src/core/pull-request.ts'
import { createEvidenceSource } from '../../../src/github/evidence/create-evidence-source.ts'
import {
  type JobWorld,
  makeJob,
  readExecution,
  readOwnTranscript,
  sessionCommit,
  sessionId,
} from '../../support/job-world.ts'

const known = createPullRequest({
  repositoryId: 1,
  headRepositoryId: 1,
  files: [{ path: 'numbers.txt', additions: 1, deletions: 0 }],
})

const elsewhere = { path: 'docs/elsewhere.md', additions: 1, deletions: 0 }

function read(
  { env }: JobWorld,
  transcripts: readonly string[] | null = null,
  pullRequest: PullRequest = known,
  more: Record<string, string> = {},
) {
  const inputs = { transcripts, githubToken: '' }
  const source = createEvidenceSource({ env: { ...env, ...more }, eventName: 'pull_request', inputs })
  return source(pullRequest, defaultPolicy)
}

const named = (line: string | null) => /behind the pull request: (.*)$/.exec(line ?? '')?.[1] ?? null

const aiderChat = `
# aider chat started at 2026-01-01 10:00:00

> Aider v0.86.2
> Main model: gpt-5 with diff edit format

#### Count to four

> Applied edit to numbers.txt
`

describe('evidence of a job', () => {
  it('is nothing without transcripts, and without a word', async (t) => {
    assert.deepEqual(await read(makeJob(t)), { draft: null, line: null, notices: [] })
  })

  it('is what Claude Code Action left in the temporary folder', async (t) => {
    const job = makeJob(t)
    job.leave('temp/claude-execution-output.json', readExecution(job.workspace))
    const { draft, line, notices } = await read(job)
    assert.equal(
      line,
      'Transcripts: 1 session in 1 file behind the pull request: Claude Code (the temporary folder) 1',
    )
    assert.deepEqual(notices, [])
    assert.deepEqual(
      draft?.failures.map(({ error }) => error),
      ['2 numbers are missing'],
    )
  })

  it('is only of the pull request whose files or commits the session touched', async (t) => {
    const job = makeJob(t)
    job.leave('temp/claude-execution-output.json', readExecution(job.workspace))
    const inputs = { transcripts: null, githubToken: '' }
    const source = createEvidenceSource({ env: job.env, eventName: 'push', inputs })
    const other = { ...known, files: [elsewhere] }
    const commit = { sha: sessionCommit.padEnd(40, '1'), message: 'x', author: null, committer: null }
    const made = { ...known, files: [elsewhere], commits: [commit] }
    const results = []
    for (const one of [known, other, made]) results.push((await source(one, defaultPolicy)).draft !== null)
    assert.deepEqual(results, [true, false, true])
  })

  it('leaves the home folder of a runner that outlives the job alone', async (t) => {
    const job = makeJob(t)
    job.leave(`home/.claude/projects/-work/${sessionId}.jsonl`, readOwnTranscript(job.workspace))
    const kept = { RUNNER_ENVIRONMENT: 'self-hosted' }
    const { draft, line } = await read(job, null, known, kept)
    assert.equal(draft, null)
    assert.equal(
      line,
      'Transcripts: there are some, not read because this runner keeps them from job to job; name them in the input `transcripts` if nobody else can write them',
    )
    const asked = await read(job, [join(job.home, '.claude')], known, kept)
    assert.equal(named(asked.line), 'Claude Code (the input `transcripts`) 1')
    assert.notEqual((await read(job)).draft, null)
  })

  it('takes a file in the workspace only when Git says that it is not tracked', async (t) => {
    const job = makeJob(t)
    job.leave('work/.aider.chat.history.md', aiderChat)
    assert.equal(named((await read(job)).line), null)
    job.git('status')
    assert.equal(named((await read(job)).line), 'aider (the workspace) 1')
    job.git('add', '.aider.chat.history.md')
    assert.equal(named((await read(job)).line), null)
    job.git('commit', '-q', '-m', 'Keep the chat')
    assert.equal(named((await read(job)).line), null)
  })

  it('takes nothing that the pull request changes, whatever Git says', async (t) => {
    const job = makeJob(t)
    job.leave('work/fork/agent.jsonl', readOwnTranscript(job.workspace))
    const carried = { ...known, files: [...known.files, { ...elsewhere, path: 'agent.jsonl' }] }
    const { draft, notices } = await read(job, ['fork'], carried)
    assert.equal(draft, null)
    assert.deepEqual(notices, [
      'The input `transcripts` names 1 file that the pull request or the repository carries: that is what an author wrote, no evidence.',
    ])
    // Where not all of its files are known, Git must have the say.
    assert.equal((await read(job, ['fork'], { ...known, filesTruncated: true })).draft, null)
    assert.notEqual((await read(job, ['fork'])).draft, null)
    job.git('status')
    assert.notEqual((await read(job, ['fork'], { ...known, filesTruncated: true })).draft, null)
  })

  it('knows a checkout beside others, but takes no submodule for one', async (t) => {
    const job = makeJob(t)
    job.leave('temp/claude-execution-output.json', readExecution(join(job.workspace, 'part')))
    job.leave('work/part/.git', 'gitdir: ../.git/modules/part')
    assert.equal((await read(job)).draft, null)
    rmSync(join(job.workspace, 'part/.git'))
    mkdirSync(join(job.workspace, 'part/.git'))
    assert.notEqual((await read(job)).draft, null)
  })

  it('takes nothing of a session of which the repository carries a part', async (t) => {
    const job = makeJob(t)
    job.leave(`work/agent/${sessionId}.jsonl`, readOwnTranscript(job.workspace))
    job.leave(`work/agent/${sessionId}/subagents/agent-1.jsonl`, '{}')
    job.git('add', `agent/${sessionId}`)
    assert.equal((await read(job, ['agent'])).draft, null)
  })

  it('follows no link out of the workspace, and none in a folder', async (t) => {
    const job = makeJob(t)
    const secret = job.leave('home/private/own.jsonl', readOwnTranscript(job.workspace))
    mkdirSync(join(job.workspace, 'agent'))
    symlinkSync(secret, join(job.workspace, 'agent/linked.jsonl'))
    symlinkSync(join(job.home, 'private'), join(job.workspace, 'linked'))
    const { draft, notices } = await read(job, ['agent', 'linked', 'agent/linked.jsonl'])
    assert.equal(draft, null)
    assert.deepEqual(notices, [
      '`agent` holds no transcript of a known format.',
      '`linked` is a link that leads out of the workspace.',
      '`agent/linked.jsonl` is a link that leads out of the workspace.',
    ])
  })

  it('tells what of the input is not there or of no known format', async (t) => {
    const job = makeJob(t)
    job.leave('work/notes.md', '# Notes')
    const { draft, line, notices } = await read(job, ['missing.jsonl', 'notes.md'])
    assert.equal(draft, null)
    assert.equal(line, 'Transcripts: no session in 0 files is behind the pull request')
    assert.deepEqual(notices, [
      'The input `transcripts` names `missing.jsonl`, which is not there.',
      '`notes.md` holds no transcript of a known format.',
    ])
  })

  it('survives what is no transcript at all', async (t) => {
    const job = makeJob(t)
    job.leave('temp/claude-execution-output.json', '\0\0numbers.txt')
    job.leave(`home/.claude/projects/a/${sessionId}.jsonl`, '{"type":"user","message":7}\n[1,2\nnumbers.txt')
    job.leave('home/.codex/sessions/2026/01/01/rollout-x.jsonl.zst', 'numbers.txt')
    job.leave('home/.local/share/opencode/opencode.db', 'numbers.txt')
    const { draft, line } = await read(job)
    assert.equal(draft, null)
    assert.equal(line, 'Transcripts: no session in 4 files is behind the pull request')
  })
})
