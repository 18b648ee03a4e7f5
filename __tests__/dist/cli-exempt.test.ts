// The built command line and exemptions: what a line of JSONL tells of a pull request is enough for most.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { runCli } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function check(exempt: string, ...pullRequests: object[]) {
  const policy = join(folder, 'policy.yml')
  writeFileSync(policy, `mode: enforce\nrequire: {statement: true}\nexempt: ${exempt}\n`)
  const stdin = pullRequests.map((each) => `${JSON.stringify({ body: 'A change.', ...each })}\n`).join('')
  const { stdout, exitCode } = await runCli(['check', '--format', 'jsonl', '--policy', policy], { stdin })
  const results: string[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).policy.result)
  assert.equal(exitCode, results.includes('fail') ? 1 : 0)
  return results
}

it('exempts by what the line says', async () => {
  const exempt =
    '{authors: [mona], associations: [MEMBER], labels: [skip], drafts: true, before: {number: 10}, branches: ["v*"]}'
  const results = await check(
    exempt,
    { author: 'mona' },
    { author: { login: 'octocat' }, author_association: 'MEMBER' },
    { labels: [{ name: 'Skip' }] },
    { isDraft: true },
    { number: 9 },
    { repository_id: 1, head_repository_id: 1, head_ref: 'v2' },
    { repository_id: 1, head_repository_id: 2, head_ref: 'v2' },
    { head_ref: 'v2' },
    { author: 'octocat', number: 10, labels: [] },
  )
  assert.deepEqual(results, [...Array(6).fill('skipped'), 'fail', 'fail', 'fail'])
})

it('exempts nobody by what no line says', async () => {
  assert.deepEqual(await check('{permission: triage, teams: [octo-org/core]}', { author: 'octocat' }), [
    'fail',
  ])
})

it('follows an override, though it cannot ask who set it', async () => {
  assert.deepEqual(await check('{override: go}', { labels: ['go'] }, {}), ['warn', 'fail'])
})

it('knows bots as `gh pr view --json author` prints them', async () => {
  const results = await check(
    '{}',
    { author: { is_bot: true, login: 'app/dependabot', name: '' } },
    { author: { is_bot: true, login: 'app/copilot-swe-agent', name: '' } },
    { author: { is_bot: false, login: 'octocat', name: '' } },
    { author: 'renovate[bot]' },
    { author: 'acme', author_type: 'Bot' },
  )
  assert.deepEqual(results, ['skipped', 'fail', 'fail', 'skipped', 'skipped'])
})

it('exempts no changes that the line does not list in full', async () => {
  const file = { path: 'docs/a.md', additions: 1, deletions: 0 }
  const results = await check(
    '{paths: ["docs/**"], size: {lines: 1}}',
    { files: [file] },
    { files: [file], changedFiles: 1 },
    { files: [file], changedFiles: 2 },
    { files: [file], files_truncated: true },
    { files: [{ ...file, additions: 9, previous_filename: 'src/a.ts' }] },
    { files: [] },
  )
  assert.deepEqual(results, ['skipped', 'skipped', 'fail', 'fail', 'fail', 'fail'])
})
