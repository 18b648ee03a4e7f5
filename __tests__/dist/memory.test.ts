// Whatever a pull request holds, the built command line stays far below the memory of a runner.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { hostileBodies } from '../support/hostile-bodies.ts'
import { hostileCommits } from '../support/hostile-commits.ts'
import { runCli } from '../support/run-cli.ts'

const reportMemory = fileURLToPath(new URL('../../bench/report-memory.mjs', import.meta.url))
const mostKilobytes = 1024 * 1024

const bodies = hostileBodies.flatMap(({ body }) => (body === null ? [] : [{ body }]))
const floods = hostileCommits.map(({ commits }) => ({ body: 'Adds a table.', commits }))
const corpora: [what: string, pullRequests: readonly object[]][] = [
  ['every hostile body after the other', bodies],
  ['every flood of commits after the other', floods],
]

for (const [what, pullRequests] of corpora) {
  it(`reads ${what} in less than 1 GB`, async () => {
    const stdin = pullRequests.map((each, number) => `${JSON.stringify({ number: number + 1, ...each })}\n`)
    const { exitCode, stdout, stderr } = await runCli(['extract', '--format', 'jsonl', '-'], {
      stdin: stdin.join(''),
      nodeOptions: ['--import', reportMemory],
    })
    const kilobytes = Number(/^maxrss (\d+)$/m.exec(stderr)?.[1])
    assert.equal(exitCode, 0, stderr)
    assert.equal(stdout.trimEnd().split('\n').length, pullRequests.length)
    assert.ok(kilobytes > 0 && kilobytes < mostKilobytes, `${kilobytes} KB`)
  })
}
