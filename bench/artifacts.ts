// Collecting 2,000 artifacts against `gh run download` in a loop, both from a local GitHub and the same blob server:
// `node scripts/node24 bench/artifacts.ts [rounds]`. It must be 10 times as fast, or the exit code is 1.

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startAzurite } from '../__tests__/support/azurite.ts'
import { blobOf, uploadZips } from '../__tests__/support/blob-zips.ts'
import { createCertificate } from '../__tests__/support/certificate.ts'
import { createArtifact, startGitHubArtifacts } from '../__tests__/support/github-artifacts.ts'
import { startRunServer } from '../__tests__/support/run-server.ts'
import { createRecord, zipRecord } from '../__tests__/support/zips.ts'
import { installGh } from '../scripts/e2e/install-gh.ts'
import { measureInTurn } from './measure.ts'

const count = 2000
/** The loop takes as long for each artifact: a sample tells how long it takes for all. */
const sample = 40
const leastRatio = 10
const rounds = Number(process.argv[2] ?? 3)
const run = promisify(execFile)
const child = fileURLToPath(new URL('../__tests__/support/collect-child.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-bench-'))

installGh()
const ids = Array.from({ length: count }, (_, index) => index + 1)
const zips = new Map(ids.map((id) => [id, zipRecord(createRecord(id))]))
const artifacts = [...zips].map(([id, zip]) => createArtifact(id, zip, 7))
const blobs = await startAzurite()
const locate = (id: number) => blobs.signUrl(blobOf(id))
const github = await startGitHubArtifacts({ readZip: async () => Buffer.alloc(0), locate })
const certificate = createCertificate(folder)
const byRun = new Map(artifacts.map((artifact) => [artifact.run?.id ?? 0, artifact]))
const runs = await startRunServer(certificate, byRun, locate)
try {
  await uploadZips(blobs, zips)
  github.repositories.set('octo/app', { id: 7, artifacts: [...artifacts].reverse(), pulls: new Map() })
  const times = await measureInTurn(
    [
      { name: 'collect', run: collect },
      { name: 'gh', run: loopOverGh },
    ],
    rounds,
  )
  const own = times.get('collect') ?? Number.NaN
  const sampled = times.get('gh') ?? Number.NaN
  const scaled = (sampled / sample) * count
  console.log(`Node ${process.version}, ${rounds} rounds in turn, medians`)
  console.log(`collecting ${count} artifacts: ${seconds(own)}, start of the process included`)
  console.log(`\`gh run download\` of ${sample}: ${seconds(sampled)}, scaled to ${count}: ${seconds(scaled)}`)
  console.log(`ratio ${(scaled / own).toFixed(1)} (at least ${leastRatio})`)
  if (!(scaled / own >= leastRatio)) process.exitCode = 1
} finally {
  await github.stop()
  await runs.stop()
  await blobs.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function collect(): Promise<void> {
  const workFolder = mkdtempSync(join(folder, 'work-'))
  const options = {
    ...{ apiUrl: github.apiUrl, graphqlUrl: github.graphqlUrl, host: 'github.com', token: 'the-token' },
    ...{ userAgent: 'ai-worklog-bench', repositories: ['octo/app'], organization: null },
    ...{ artifactName: 'ai-worklog', seen: [], workFolder },
  }
  const { stdout } = await run(process.execPath, [...process.execArgv, child, JSON.stringify(options)], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const { counts, problems } = JSON.parse(stdout)
  if (counts.base !== count || problems.length > 0) throw new Error(`collected ${JSON.stringify(counts)}`)
}

async function loopOverGh(): Promise<void> {
  const host = new URL(runs.origin).host
  const target = mkdtempSync(join(folder, 'gh-'))
  const env = {
    ...{ PATH: process.env.PATH, HOME: folder, GH_HOST: host, GH_ENTERPRISE_TOKEN: 'the-token' },
    SSL_CERT_FILE: certificate.caFile,
  }
  for (const runId of [...byRun.keys()].slice(0, sample)) {
    const args = ['run', 'download', String(runId), '-R', `${host}/octo/app`, '--name', 'ai-worklog']
    await run('gh', [...args, '--dir', join(target, String(runId))], { env })
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
