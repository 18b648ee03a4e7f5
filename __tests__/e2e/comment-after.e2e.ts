// The script in examples/workflows/comment-after.yml finds a fork's pull request with GitHub's own command line.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { installGh } from '../../scripts/e2e/install-gh.ts'
import { createCertificate } from '../support/certificate.ts'
import { close, portOf, sendJson } from '../support/http.ts'
import { parseWorkflow } from '../support/workflow.ts'

const run = promisify(execFile)
const file = new URL('../../examples/workflows/comment-after.yml', import.meta.url)
const [script] = Object.values(parseWorkflow(readFileSync(file, 'utf8')).jobs).flatMap(({ steps }) =>
  steps.flatMap((step) => step.run ?? []),
)
const sha = 'a'.repeat(40)

test('the pull request of a fork is found by its head', async (t) => {
  installGh()
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-gh-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const { key, cert, caFile } = createCertificate(folder)
  let pulls: unknown = []
  const asked: URLSearchParams[] = []
  const server = createServer({ key, cert }, (request, response) => {
    asked.push(new URL(request.url ?? '', 'https://localhost').searchParams)
    sendJson(response, [200, pulls])
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => close(server))

  const find = async (branch: string): Promise<string> => {
    const output = join(folder, 'output')
    writeFileSync(output, '')
    const host = `localhost:${portOf(server)}`
    await run('bash', ['-e', '-c', script ?? ''], {
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        GH_HOST: host,
        GH_ENTERPRISE_TOKEN: 'the-token',
        SSL_CERT_FILE: caFile,
        GITHUB_OUTPUT: output,
        REPOSITORY: 'o/r',
        OWNER: 'contributor',
        BRANCH: branch,
        SHA: sha,
      },
    })
    return readFileSync(output, 'utf8')
  }
  assert.equal(await find('main'), 'number=\n')
  pulls = [
    { number: 3, head: { sha: 'b'.repeat(40) } },
    { number: 4, head: { sha } },
  ]
  // What a contributor may call a branch.
  const branch = '$(touch$IFS$9x)`id`&state=all#"\'@x'
  assert.equal(await find(branch), 'number=4\n')
  assert.equal(asked.at(-1)?.get('head'), `contributor:${branch}`)
  assert.deepEqual(asked.at(-1)?.getAll('state'), ['open'])
})
