// Arbitrary pull requests whose every field is hostile, and what must hold for what is made of one.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Check, checkPullRequest } from '../../src/core/check-pull-request.ts'
import { defaultPolicy } from '../../src/core/policy/default-policy.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { createPullRequest, type PullRequest } from '../../src/core/pull-request.ts'
import { serializeLine, serializeRecord } from '../../src/core/record/serialize.ts'
import { renderSummary } from '../../src/core/render/render-summary.ts'
import { escapeLines } from '../../src/report/escape-commands.ts'
import { formatCheck } from '../../src/report/format-check.ts'
import { formatCommands } from '../../src/report/format-commands.ts'
import { formatExplanation } from '../../src/report/format-explanation.ts'
import { assertInert, assertInertJson, assertInertMarkdown } from './assert-inert.ts'
import { assertPlaces, assertValid } from './assert-invariants.ts'
import { hostileText } from './hostile-texts.ts'

const actor = (text: fc.Arbitrary<string>) =>
  fc.record({ login: text, id: fc.nat(), name: text, email: text })

/** Pull requests with bodies of up to `maxLength` characters. */
export function hostilePullRequest(maxLength: number): fc.Arbitrary<PullRequest> {
  const short = hostileText(60)
  const message = fc.oneof(short, hostileText(Math.ceil(maxLength / 8)))
  return fc
    .record({
      title: short,
      body: hostileText(maxLength),
      headRef: short,
      baseRef: short,
      author: actor(short),
      labels: fc.array(short, { maxLength: 3 }),
      commits: fc.array(fc.record({ message, author: actor(short) }), { maxLength: 4 }),
      files: fc.array(short, { maxLength: 3 }),
      templates: fc.array(fc.record({ path: short, text: hostileText(500) }), { maxLength: 2 }),
    })
    .map(({ commits, files, templates, ...known }) =>
      createPullRequest({
        ...known,
        commits: commits.map(({ message, author }, index) => ({
          sha: String(index).padStart(40, '0'),
          message,
          author,
          committer: author,
        })),
        files: files.map((path) => ({ path, additions: 1, deletions: 0 })),
        templates: templates.map((template) => ({ ...template, problem: null })),
      }),
    )
}

/** Checks `pullRequest` as the tests and the fuzzer do; `policy` is laid over the default one. */
export function checkHostile(pullRequest: PullRequest, policy: Partial<Policy> = {}): Check {
  return checkPullRequest(pullRequest, {
    policy: { ...defaultPolicy, mode: 'enforce', ...policy },
    policySha: null,
    policyProblems: [],
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0-test',
  })
}

/** Asserts that `check` is valid, and that nothing of the pull request acts in any output made of it. */
export function assertHarmless(check: Check, pullRequest: PullRequest): void {
  assertValid(check.record)
  assertPlaces(check.record, pullRequest)
  for (const text of [formatCheck(check, { color: false }), formatExplanation(check, { color: false })]) {
    assertInert(escapeLines(text))
  }
  assertInertMarkdown(renderSummary(check))
  for (const json of [serializeRecord(check.record), serializeLine(check.record)])
    assertInertJson(json, check.record)
  const commands = formatCommands(check).split('\n').slice(0, -1)
  assert.ok(commands.length <= 30)
  for (const line of commands) assert.match(line, /^::(?:error|warning|notice) title=[^:,\r\n]*::[^\r\n]*$/)
}
