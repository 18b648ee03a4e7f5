// nektos/act runs a workflow with `uses: ./` on this machine, as a repository with the action in it would.

import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { installAct } from '../../scripts/e2e/install-act.ts'
import { startArtifactService } from '../support/artifact-service.ts'
import { createEvent, createPull } from '../support/example-pull-request.ts'
import { documentedBody } from '../support/examples.ts'
import { startGitHubServer } from '../support/github-server.ts'
import { readZip } from '../support/read-zip.ts'

const run = promisify(execFile)
const project = fileURLToPath(new URL('../..', import.meta.url))

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

/** A repository that holds the built action and a workflow that uses it. */
function createRepository(folder: string): string {
  const repository = join(folder, 'repository')
  mkdirSync(join(repository, '.github', 'workflows'), { recursive: true })
  cpSync(join(project, 'action.yml'), join(repository, 'action.yml'))
  cpSync(join(project, 'dist'), join(repository, 'dist'), { recursive: true })
  writeFileSync(join(repository, '.github', 'workflows', 'ai-worklog.yml'), workflow)
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, stdio: 'pipe' })
  git('init', '--quiet')
  git('remote', 'add', 'origin', 'https://github.com/Codertocat/Hello-World.git')
  git('add', '--all')
  git(
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '-m',
    'Add ai-worklog',
  )
  return repository
}

test('a workflow with `uses: ./` runs on act and uploads the record', async (t) => {
  const act = installAct()
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-act-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const github = await startGitHubServer()
  t.after(github.stop)
  const service = await startArtifactService()
  t.after(service.stop)
  github.state.pull = createPull({ body: documentedBody })
  writeFileSync(join(folder, 'event.json'), JSON.stringify(createEvent({ body: 'stale' })))
  const seen = join(folder, 'seen.txt')
  const copy = join(folder, 'record.json')

  const { stdout } = await run(
    act,
    [
      'pull_request',
      ...['--platform', 'ubuntu-latest=-self-hosted', '--eventpath', join(folder, 'event.json')],
      ...['--env', `GITHUB_API_URL=${github.origin}`, '--secret', 'GITHUB_TOKEN=the-token'],
      ...['--env', `SEEN=${seen}`, '--env', `COPY=${copy}`],
    ],
    {
      cwd: createRepository(folder),
      env: {
        // Act runs whichever Node comes first.
        PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
        HOME: folder,
        ...service.env,
      },
    },
  )

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
