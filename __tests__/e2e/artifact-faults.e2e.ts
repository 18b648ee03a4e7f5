// The artifact service fails in every way it can, as long as its client goes on trying: the verdict and the file
// stay, and the step ends within a bound.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ArtifactFault, startArtifactService } from '../support/artifact-service.ts'
import { type BlobServer, startAzurite } from '../support/azurite.ts'
import { findCommands, removeFolders } from '../support/run-check.ts'
import { withGitHub } from '../support/services.ts'

const statuses = [400, 401, 403, 404, 409, 410, 422, 429, 500, 502, 503]
const faults: [string, ArtifactFault][] = [
  ...statuses.map((status): [string, ArtifactFault] => [`answers ${status}`, { status, message: 'Because' }]),
  ['never answers', 'hang'],
  ['breaks off in the middle', 'cut'],
  ['answers no JSON', 'garbage'],
]

describe('a record is kept', { concurrency: 16 }, () => {
  let blobs: BlobServer | undefined
  before(async () => {
    blobs = await startAzurite()
  })
  after(async () => {
    await blobs?.stop()
    removeFolders()
  })

  for (const [what, fault] of faults) {
    for (const method of ['CreateArtifact', 'Upload', 'FinalizeArtifact'] as const) {
      it(`when ${method} ${what}`, () =>
        withGitHub(async (_, check) => {
          assert.ok(blobs)
          const artifacts = await startArtifactService(blobs)
          artifacts.faults.set(method, fault)
          const outcome = await check({ inputs: { upload: 'true' }, env: artifacts.env })
          await artifacts.stop()
          const { exitCode, outputs, stdout, stderr, record, milliseconds } = outcome
          assert.equal(stderr, '')
          assert.equal(exitCode, 0, stdout)
          assert.equal(outputs.result, 'pass')
          assert.equal(JSON.parse(String(record)).schema_version, '1.0')
          assert.equal(outputs['artifact-id'], undefined)
          const warnings = findCommands(stdout).filter((line) => line.startsWith('::warning '))
          assert.equal(warnings.length, 1, stdout)
          assert.match(
            warnings[0] ?? '',
            /^::warning title=ai-worklog: upload::Cannot upload `.*The file is kept\.$/,
          )
          assert.ok(milliseconds < 130_000, `${milliseconds} ms`)
        }))
    }
  }
})
