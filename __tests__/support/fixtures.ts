// The directory fixtures: pull requests in our own words, one case a directory.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type Check, checkPullRequest } from '../../src/core/check-pull-request.ts'
import { defaultPolicy } from '../../src/core/policy/default-policy.ts'
import { readPolicy } from '../../src/core/policy/read-policy.ts'
import { createPullRequest, type PullRequest } from '../../src/core/pull-request.ts'

export interface Fixture {
  name: string
  directory: URL
  pullRequest: PullRequest
  /** The text of `policy.yml`; null where the default policy applies. */
  policy: string | null
}

const root = new URL('../fixtures/', import.meta.url)

/** All fixtures, by name. */
export function readFixtures(): Fixture[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'transcripts')
    .map((entry) => readFixture(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The check of a fixture as it is expected: at a fixed time, by a fixed version. */
export function checkFixture({ pullRequest, policy }: Fixture, body = pullRequest.body): Check {
  const read = policy === null ? null : readPolicy([{ file: 'policy.yml', text: policy }])
  return checkPullRequest(
    { ...pullRequest, body },
    {
      policy: read?.policy ?? defaultPolicy,
      policySha: null,
      policyProblems: read?.problems ?? [],
      generatedAt: '2026-01-01T00:00:00.000Z',
      version: '0.0.0-test',
    },
  )
}

function readFixture(name: string): Fixture {
  const directory = new URL(`${name}/`, root)
  const read = (file: string) => {
    const url = new URL(file, directory)
    return existsSync(url) ? readFileSync(url, 'utf8') : null
  }
  const messages: unknown = JSON.parse(read('commits.json') ?? '[]')
  if (!Array.isArray(messages)) throw new TypeError(`${name}/commits.json must be a list of messages`)
  const commits = messages.map((message, index) => ({
    sha: String(index + 1).repeat(40),
    message: String(message),
    author: null,
    committer: null,
  }))
  return {
    name,
    directory,
    pullRequest: createPullRequest({ body: read('input.md'), commits, repository: 'octo-org/octo-repo' }),
    policy: read('policy.yml'),
  }
}
