// Every fixture transcript, drafted for the branch it is behind and finished by a human, passes the strictest policy, and
// the record says what the draft said.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkPullRequest } from '../../src/core/check-pull-request.ts'
import type { Draft } from '../../src/core/draft/draft.ts'
import { readPolicy } from '../../src/core/policy/read-policy.ts'
import { createPullRequest } from '../../src/core/pull-request.ts'
import { draft } from '../support/run-draft.ts'
import { stageBranch } from '../support/staged-branch.ts'
import { listTranscriptFixtures } from '../support/staged-transcripts.ts'
import { tellDraft, tellRows } from '../support/tell-draft.ts'

const { policy: strict } = readPolicy([
  {
    file: 'policy.yml',
    text: readFileSync(new URL('../../examples/policy.yml', import.meta.url), 'utf8'),
  },
])

const said = {
  prompt: 'Do as the plan says.',
  cause: 'it took the name of another file',
  resolution: 'told it the right name',
  reason: 'the other name was taken',
}

/** What a human does with a draft: answers what it asks, ticks what is true, and says `None` where there was nothing. */
function finish(body: string): string {
  return body
    .replaceAll('**Cause:** <!-- why -->', `**Cause:** ${said.cause}`)
    .replaceAll('**Resolution:** <!-- what you changed -->', `**Resolution:** ${said.resolution}`)
    .replaceAll('**Why:** <!-- why -->', `**Why:** ${said.reason}`)
    .replace(/1\. > <!--.*\n2\. > <!--.*/, `1. > ${said.prompt}`)
    .replaceAll('- [ ]', '- [x]')
    .replace('<!-- commands, results -->', '`npm test`, 412 passed')
    .replace('<!-- what was asked for -->', 'nothing is sent twice')
    .replace('<!-- what had to hold -->', 'no new dependency')
    .replace(
      /(### (?:Failed attempts|Manual corrections)\n\n)- \*\*(?:Error|What):\*\* <!--[\s\S]*?(?=\n###)/g,
      '$1None\n',
    )
}

/** Those that edited nothing, or lie in a folder called as many are. */
const unfound = [
  'claude-code/',
  'cline/',
  'forked',
  'interrupted',
  'reverted',
  'subagent',
  'gemini-cli/recorded-terminal',
  'specstory/older',
  'vscode-chat/other-agent',
]

for (const fixture of listTranscriptFixtures()) {
  test(`${fixture.name} is drafted, finished, checked and recorded`, async (t) => {
    const world = await stageBranch(t, fixture)
    const isFound = (await draft(world, ['--list', '--all'])).code === 0
    const args = isFound ? ['--all'] : world.paths.flatMap((path) => ['--session', path])
    if (!isFound)
      assert.ok(
        unfound.some((name) => fixture.name.includes(name)),
        'is not found',
      )
    const json = await draft(world, [...args, '--format', 'json'])
    const made = await draft(world, [...args, '--update', 'BODY.md'])
    assert.deepEqual([json.code, made.code], [0, 0], json.stderr + made.stderr)
    const facts: Draft = JSON.parse(json.stdout).draft
    const path = join(world.repository, 'BODY.md')
    const body = finish(readFileSync(path, 'utf8'))
    const { result, record } = checkPullRequest(
      createPullRequest({ body, number: 1, repository: 'o/r', host: 'github.com' }),
      {
        policy: strict,
        policySha: null,
        policyProblems: [],
        generatedAt: '2026-01-01T00:00:00.000Z',
        version: '1.0.0',
      },
    )
    const told = record.findings.map(({ rule, severity }) => `${rule} ${severity}`)
    // Some formats tell neither; that is worth a warning.
    const bare = facts.tools.filter(({ version, model }) => version === null && model === null)
    assert.deepEqual(told, bare.length > 0 ? ['tool-version warning'] : [])
    assert.equal(result, bare.length > 0 ? 'warn' : 'pass')
    const { failures, corrections, prompts, ...rest } = tellDraft(facts)
    assert.deepEqual(tellRows(record), {
      ...rest,
      prompts: prompts.length > 0 ? prompts : [{ kind: 'initial', text: said.prompt }],
      failures: failures.map((row) => ({
        ...row,
        cause: row.cause ?? said.cause,
        resolution: row.resolution ?? said.resolution,
      })),
      corrections: corrections.map((row) => ({ ...row, reason: row.reason ?? said.reason })),
    })
    assert.equal(record.drafted_by?.name, 'ai-worklog')
    const rows = [...record.tools, ...record.prompts, ...record.failures, ...record.corrections]
    assert.ok(rows.length > 0 && rows.every(({ basis }) => basis === 'declared'))
    assert.equal(record.ai_use, 'used')
    // Once more: what the human wrote stays.
    writeFileSync(path, body)
    assert.equal((await draft(world, [...args, '--update', 'BODY.md'])).code, 0)
    assert.equal(readFileSync(path, 'utf8'), body)
  })
}
