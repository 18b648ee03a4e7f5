// A record as an artifact holds it, for the tests of the map.

import { extractRecord } from '../../../src/core/extract-record.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import type { WorklogRecord } from '../../../src/core/record/schema.ts'
import type { MapSettings } from '../../../src/dataset/map/map-options.ts'
import { noOptOut } from '../../../src/dataset/privacy/opt-out-list.ts'

const sha = 'a1'.repeat(20)

const body = `## AI tools
- Claude Code 2.1.3 (Opus 4.6)

## Prompts
> Write a parser for the configuration file, with a test for each key, and keep to the style of the repository.

## Failed attempts
- It called an API that does not exist; we replaced it with the one of the standard library.

## Manual corrections
- octocat renamed the function because its name said nothing, see https://github.com/octo/app/pull/12
`

/** Of `octo/app#12` by octocat; `change` goes over it. */
export function createExampleRecord(change: Partial<WorklogRecord> = {}): WorklogRecord {
  const person = { login: 'octocat', id: 1, name: 'The Octocat', email: 'octocat@example.com' }
  const record = extractRecord(
    createPullRequest({
      host: 'github.com',
      repository: 'Octo/App',
      repositoryId: 99,
      visibility: 'public',
      license: 'MIT',
      number: 12,
      url: 'https://github.com/Octo/App/pull/12',
      title: 'Parse the configuration (#12)',
      author: person,
      authorType: 'User',
      state: 'closed',
      merged: true,
      headRef: 'octocat/parse-config',
      headSha: sha,
      createdAt: '2026-01-02T03:04:05Z',
      closedAt: '2026-01-03T03:04:05Z',
      body,
      commits: [{ sha, message: 'Parse\n\nAssisted-by: Claude Code', author: person, committer: person }],
      files: [
        { path: 'src/core/parse/config.ts', additions: 10, deletions: 2 },
        { path: 'src/core/index.ts', additions: 1, deletions: 0 },
        { path: 'README.md', additions: 3, deletions: 1 },
      ],
      run: { id: 5, attempt: 2, event: 'pull_request', url: 'https://github.com/Octo/App/actions/runs/5' },
    }),
    { generatedAt: '2026-01-04T00:00:00Z', version: '1.0.0' },
  )
  return { ...record, ...change }
}

export const exampleSettings: MapSettings = {
  outcomes: [],
  salt: 'salt',
  authors: 'login',
  optOut: noOptOut,
  tombstones: [],
  keepDays: null,
  toolAgeDays: null,
  asOf: '2026-11-26T00:00:00Z',
}
