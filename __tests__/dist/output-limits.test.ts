// The built action on a description that fills everything it writes: each output ends within GitHub's limits, and says so.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPull } from '../support/example-pull-request.ts'
import { findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })
const mebibyte = 1024 * 1024
const tried = `it broke @octocat #1 ${'x'.repeat(12)}`

test('annotations, summary, comment, outputs, log and record of thousands of findings', async () => {
  const lessons = Array.from({ length: 1400 }, (_, index) => `- ${index} ${tried}\n`)
  const body = `## AI worklog\n\n### Failed attempts\n\n${lessons.join('')}`
  services.github.state.pull = createPull({ body })
  const { exitCode, stdout, stderr, outputs, summary, record } = await services.check({
    inputs: { comment: 'true' },
  })
  assert.equal(exitCode, 0)
  assert.equal(stderr, '')

  const commands = findCommands(stdout)
  const warnings = commands.filter((command) => command.startsWith('::warning'))
  assert.equal(warnings.length, 10)
  assert.match(
    warnings.at(-1) ?? '',
    /::\d+ more of this level: the job summary and the log list them all\.$/,
  )
  assert.ok(commands.length <= 30)

  const cut = /Cut here: \d+ more findings are not listed/
  assert.match(stdout, cut)
  assert.ok(Buffer.byteLength(stdout) < mebibyte / 2)
  assert.match(summary, cut)
  assert.match(summary, /Cut here: there are more failed attempts than a record holds/)
  assert.ok(Buffer.byteLength(summary) < mebibyte)
  assert.ok(Object.values(outputs).join('').length < 1000)

  const [comment] = services.github.state.issue.comments
  assert.match(String(comment?.body), /Cut here: \d+ more findings are in the summary of the run/)
  assert.ok(String(comment?.body).length <= 65_536)

  const { failures, findings } = JSON.parse(String(record))
  assert.equal(failures.length, 1000)
  assert.equal(findings.length, 500)
  assert.ok((record?.length ?? 0) < 2 * mebibyte)
})
