// GitHub's own command line downloads the artifact that the action uploaded.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { installGh } from '../../scripts/e2e/install-gh.ts'
import { startArtifactService } from '../support/artifact-service.ts'
import { createCertificate } from '../support/certificate.ts'
import { startEnterpriseServer } from '../support/enterprise-server.ts'
import { startGitHubServer } from '../support/github-server.ts'
import { removeFolders, runCheck } from '../support/run-check.ts'

const run = promisify(execFile)
const runId = 4711

test('gh run download gives the record, byte for byte', async (t) => {
  installGh()
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-gh-'))
  t.after(() => rmSync(folder, { recursive: true }))
  t.after(removeFolders)
  const github = await startGitHubServer()
  t.after(github.stop)
  const service = await startArtifactService()
  t.after(service.stop)
  const certificate = createCertificate(folder)
  const enterprise = await startEnterpriseServer(certificate, service, runId)
  t.after(enterprise.stop)

  const { exitCode, record } = await runCheck({ env: { ...service.env, GITHUB_API_URL: github.origin } })
  assert.equal(exitCode, 0)
  assert.ok(record)

  const host = new URL(enterprise.origin).host
  const args = ['run', 'download', String(runId), '-R', `${host}/Codertocat/Hello-World`]
  await run('gh', [...args, '--name', 'ai-worklog', '--dir', join(folder, 'artifact')], {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GH_HOST: host,
      GH_ENTERPRISE_TOKEN: 'the-token',
      SSL_CERT_FILE: certificate.caFile,
    },
  })
  assert.deepEqual(readdirSync(join(folder, 'artifact')), ['ai-worklog-pr-2.json'])
  assert.deepEqual(readFileSync(join(folder, 'artifact', 'ai-worklog-pr-2.json')), record)
})
