// The workflows that we show for events which do not carry their pull request, run by nektos/act as they stand, but for
// the action itself, which is the built one.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { JsonObject } from '../../src/core/json.ts'
import { runOnAct } from '../support/act.ts'
import { type ArtifactService, startArtifactService } from '../support/artifact-service.ts'
import { createPull, readExample } from '../support/example-pull-request.ts'
import { documentedBody, undocumentedBody } from '../support/examples.ts'
import { type GitHubServer, startGitHubServer } from '../support/github-server.ts'

const sha = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821'
const repository = {
  id: 186853002,
  default_branch: 'main',
  owner: { login: 'Codertocat' },
  name: 'Hello-World',
}

interface Setup {
  github: GitHubServer
  service: ArtifactService
  /** Runs the example with the built action. */
  run(example: string, eventName: string, event: JsonObject): Promise<string>
}

async function setUp(t: TestContext): Promise<Setup> {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-act-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const github = await startGitHubServer()
  t.after(github.stop)
  const service = await startArtifactService()
  t.after(service.stop)
  return {
    github,
    service,
    run(example, eventName, event) {
      const file = new URL(`../../examples/workflows/${example}.yml`, import.meta.url)
      const text = readFileSync(file, 'utf8')
      // The checkout is act's own: it copies the working tree and fetches nothing.
      const workflow = text.replace(
        '- uses: ai-worklog/ai-worklog@v1',
        '- uses: actions/checkout@v4\n      - uses: ./',
      )
      assert.notEqual(workflow, text)
      return runOnAct({ folder, workflow, eventName, event, apiUrl: github.origin, serviceEnv: service.env })
    },
  }
}

test('a merge queue checks the pull request that its branch names', async (t) => {
  const { github, service, run } = await setUp(t)
  github.state.others.set(104, createPull({ number: 104, body: documentedBody }))
  const stdout = await run('merge-queue', 'merge_group', { ...readExample('merge_group'), repository })
  assert.match(stdout, /Job succeeded/)
  assert.match(stdout, /Pull request #104 of Codertocat\/Hello-World/)
  assert.equal(service.artifacts.length, 1)
})

test('a merge queue refuses a description that was emptied after the first check', async (t) => {
  const { github, run } = await setUp(t)
  github.state.others.set(104, createPull({ number: 104, body: undocumentedBody }))
  await assert.rejects(run('merge-queue', 'merge_group', { ...readExample('merge_group'), repository }), {
    code: 1,
  })
})

test('a push has a record and an artifact for each pull request that it merged', async (t) => {
  const { github, service, run } = await setUp(t)
  for (const number of [7, 8]) {
    github.state.others.set(
      number,
      createPull({ number, body: undocumentedBody, state: 'closed', merged: true }),
    )
  }
  const pull = { merged: true, baseRefName: 'main', baseRepository: { databaseId: repository.id } }
  github.state.associated.set(sha, [
    { number: 7, ...pull },
    { number: 8, ...pull },
  ])
  const stdout = await run('push', 'push', { ref: 'refs/heads/main', after: sha, repository })
  assert.match(stdout, /Job succeeded/)
  assert.deepEqual(service.artifacts.map(({ name }) => name).sort(), ['ai-worklog-pr-7', 'ai-worklog-pr-8'])
})

test('a comment comes after the check of a fork', async (t) => {
  const { github, service, run } = await setUp(t)
  const head = { label: 'contributor:changes', ref: 'changes', sha, repo: { id: 99 } }
  github.state.others.set(9, createPull({ number: 9, body: undocumentedBody, head }))
  const stdout = await run('comment-after', 'workflow_run', {
    action: 'completed',
    repository,
    workflow_run: {
      name: 'AI worklog',
      event: 'pull_request',
      head_branch: 'changes',
      head_sha: sha,
      head_repository: { id: 99, owner: { login: 'contributor' } },
      pull_requests: [],
    },
  })
  assert.match(stdout, /Job succeeded/)
  assert.equal(github.state.issue.comments.length, 1)
  assert.deepEqual(service.artifacts, [])
})

test('a closed pull request gets its final record', async (t) => {
  const { github, service, run } = await setUp(t)
  const closed = createPull({ body: undocumentedBody, state: 'closed', merged: false })
  github.state.pull = closed
  github.state.contents.set('Codertocat/Hello-World:.github/ai-worklog.yml@master', 'mode: enforce\n')
  const stdout = await run('final', 'pull_request_target', {
    action: 'closed',
    repository,
    pull_request: closed,
  })
  assert.match(stdout, /Job succeeded/)
  assert.match(stdout, /The pull request is closed: the verdict is recorded and does not fail the step\./)
  assert.equal(service.artifacts.length, 1)
})
