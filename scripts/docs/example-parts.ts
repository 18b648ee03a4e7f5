// The examples that the documentation shows: each stands in examples/, where tests run it.

import { checkPullRequest } from '../../src/core/check-pull-request.ts'
import { defaultPolicy } from '../../src/core/policy/default-policy.ts'
import { createPullRequest } from '../../src/core/pull-request.ts'
import type { WorklogRecord } from '../../src/core/record/schema.ts'
import { version } from '../../src/core/record/version.ts'
import { formatCompactJson } from './compact-json.ts'

/** The time in every record that the documentation shows. */
const generatedAt = '2026-08-01T09:30:00Z'

/** A fenced block of `text`, which may have fenced blocks of three backticks itself. */
export function createFence(language: string, text: string): string {
  const fence = text.includes('```') ? '````' : '```'
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}

/** The record of `body` as a pull request of a public repository, checked against the default policy. */
export function createExampleRecord(body: string): WorklogRecord {
  const pullRequest = createPullRequest({
    host: 'github.com',
    repository: 'octo-org/billing',
    repositoryId: 1296269,
    visibility: 'public',
    number: 1347,
    title: 'Retry failed requests',
    author: { login: 'octocat', id: 583231, name: null, email: null },
    state: 'open',
    baseRef: 'main',
    headRef: 'retry-requests',
    bodyFrom: 'api',
    body,
  })
  const policy = { policy: defaultPolicy, policySha: null, policyProblems: [] }
  return checkPullRequest(pullRequest, { ...policy, generatedAt, version }).record
}

/** The parts of `record` that tell most as JSON; rows without their places and without what is null. */
export function createExcerpt(record: WorklogRecord): string {
  const { ai_use, ai_use_basis, tools, prompts, failures, corrections, completeness } = record
  const shorten = <T extends object>(rows: readonly T[]) =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([name, value]) => value !== null && !/^places?$/.test(name)),
      ),
    )
  return formatCompactJson({
    record_id: record.record_id,
    ai_use,
    ai_use_basis,
    tools: shorten(tools),
    prompts: shorten(prompts),
    failures: shorten(failures),
    corrections: shorten(corrections),
    completeness,
  })
}

/** The parts `example-body`, `example-excerpt`, `example-record` and a `workflow-<name>` for each workflow. */
export function createExampleParts(
  bodies: { small: string; full: string },
  workflows: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map([
    ['example-body', createFence('markdown', bodies.small)],
    ['example-excerpt', createFence('json', createExcerpt(createExampleRecord(bodies.small)))],
    ['example-record', createFence('json', formatCompactJson(createExampleRecord(bodies.full)))],
    ...[...workflows].map(([name, text]): [string, string] => [
      `workflow-${name}`,
      createFence('yaml', text),
    ]),
  ])
}
