// nektos/act runs a workflow with `uses: ./` on this machine, as a repository with the action in it would.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { runOnAct } from '../support/act.ts'
import { startArtifactService } from '../support/artifact-service.ts'
import { createEvent, createPull } from '../support/example-pull-request.ts'
import { documentedBody } from '../support/examples.ts'
import { startGitHubServer } from '../support/github-server.ts'
import { readZip } from '../support/read-zip.ts'

// The checkout is act's own: it copies the working tree and fetches nothing.
const workflow = `on: pull_request
permissions:
  contents: read
  pull-requests: read
jobs:
  ai-worklog:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ./
        id: worklog
        with:
          mode: enforce
      - run: printf '%s\\n' "$RESULT" "$AI_USE" "$TOOLS" "$ARTIFACT_ID" > "$SEEN"; cp "$RECORD" "$COPY"
        env:
          RESULT: \${{ steps.worklog.outputs.result }}
          AI_USE: \${{ steps.worklog.outputs.ai-use }}
          TOOLS: \${{ steps.worklog.outputs.tools }}
          ARTIFACT_ID: \${{ steps.worklog.outputs.artifact-id }}
          RECORD: \${{ steps.worklog.outputs.record-path }}
`

test('a workflow with `uses: ./` runs on act and uploads the record', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-act-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const github = await startGitHubServer()
  t.after(github.stop)
  const service = await startArtifactService()
  t.after(service.stop)
  github.state.pull = createPull({ body: documentedBody })
  const seen = join(folder, 'seen.txt')
  const copy = join(folder, 'record.json')

  const stdout = await runOnAct({
    folder,
    workflow,
    eventName: 'pull_request',
    event: createEvent({ body: 'stale' }),
    apiUrl: github.origin,
    env: { SEEN: seen, COPY: copy },
    serviceEnv: service.env,
  })

  assert.match(stdout, /Job succeeded/)
  const [artifact] = service.artifacts
  const record = readFileSync(copy)
  assert.deepEqual(readFileSync(seen, 'utf8').split('\n'), [
    'pass',
    'used',
    'claude-code,github-copilot',
    `${artifact?.id}`,
    '',
  ])
  assert.deepEqual([...readZip(await service.download('ai-worklog'))], [['ai-worklog-pr-2.json', record]])
  assert.deepEqual([...new Set(github.tokens)], ['token the-token'])
})
