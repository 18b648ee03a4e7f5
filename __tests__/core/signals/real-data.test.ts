// Runs the signal readers over the real trailers and pull requests, when they are there.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type TestContext, test } from 'node:test'
import { createSourceText } from '../../../src/core/document/source-text.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { readSignals } from '../../../src/core/signals/read-signals.ts'
import { readTrailers, type TrailerReading } from '../../../src/core/signals/trailers.ts'

const data = resolve(import.meta.dirname, '../../../../shared/data')
const trailers = resolve(data, 'ai-trailers.tsv')
const pullRequests = resolve(data, 'pull-requests.jsonl')
const skip = (path: string) => (existsSync(path) ? false : `no ${path}`)

interface Row {
  kind: string
  line: string
  reading: TrailerReading | undefined
}

/** The table's rows with their masked ids filled in, each read as the only trailer of a message. */
function readRows(): Row[] {
  const lines = readFileSync(trailers, 'utf8').split('\n').slice(1).filter(Boolean)
  return lines.map((line) => {
    const [, , kind = '', key = '', value = ''] = line.split('\t')
    const filled = `${key}: ${value}`.replaceAll('<uuid>', '0e3c1234-aa').replaceAll('<hex>', '0123456789ab')
    const [reading] = readTrailers(`Subject\n\n${filled.replaceAll('<id>', '01')}`, () => false)
    return { kind, line: filled, reading }
  })
}

// AI is stated, but no tool is named.
const unnamed = /^(?:Assisted-by: AI|AI-assisted: yes|AI-assisted: this PR was|Generated-by: AI\b)/i
// A commit's subject that only looks like a trailer.
const falseFriend = 'Tools: add AI Attribution format'

test('every tool row of the trailer table names a tool', { skip: skip(trailers) }, (t: TestContext) => {
  const rows = readRows().filter(({ kind, line }) => kind === 'tool/model' && line !== falseFriend)
  const read = rows.filter(({ reading }) => reading?.kind === 'tool')
  assert.deepEqual(
    rows.filter((row) => !read.includes(row)).map(({ line }) => line),
    [],
  )
  const named = read.filter(({ reading }) => reading?.mentions.every(({ tool_id }) => tool_id !== null))
  for (const { line, reading } of named) {
    if (reading?.mentions.length === 0) assert.match(line, unnamed)
  }
  assert.equal(named.length, read.length)
  const modelled = rows.filter(({ line }) => /\d\.\d|\b(?:opus|sonnet|fable|gpt)[ -]\d/i.test(line))
  const withModel = modelled.filter(({ reading }) =>
    reading?.mentions.some(({ model_id, version }) => model_id !== null || version !== null),
  )
  assert.deepEqual(
    modelled.filter((row) => !withModel.includes(row)).map(({ line }) => line),
    [],
  )
  t.diagnostic(`${read.length} of ${rows.length} tool rows read, ${modelled.length} with a model or version`)
})

test('no review bot of the table is a tool', { skip: skip(trailers) }, (t: TestContext) => {
  const rows = readRows().filter(({ kind }) => kind === 'review-bot')
  for (const { line, reading } of rows) assert.equal(reading?.kind, 'review_bot', line)
  t.diagnostic(`${rows.length} review bot rows`)
})

test('every session row of the table gives a link', { skip: skip(trailers) }, (t: TestContext) => {
  const rows = readRows().filter(({ kind }) => kind === 'session-link')
  for (const { line, reading } of rows) assert.ok(reading?.link, line)
  t.diagnostic(`${rows.length} session rows`)
})

interface Sample {
  agent: string
  author: string | null
  body: string | null
  commits: { sha: string; author: string | null; committer: string | null; message: string }[]
}

test('the agents of real pull requests are found', { skip: skip(pullRequests) }, (t: TestContext) => {
  const actor = (login: string | null) =>
    login === null ? null : { login, id: null, name: null, email: null }
  const counts = new Map<string, { all: number; found: number; branch: number; other: number }>()
  for (const line of readFileSync(pullRequests, 'utf8').trim().split('\n')) {
    const { agent, author, body, commits } = JSON.parse(line) as Sample
    const { tools, signals } = readSignals(
      createPullRequest({
        body,
        author: actor(author),
        commits: commits.map((commit) => ({
          ...commit,
          author: actor(commit.author),
          committer: actor(commit.committer),
        })),
      }),
      createSourceText(body ?? '', { source: 'body', commitSha: null }),
    )
    const count = counts.get(agent) ?? { all: 0, found: 0, branch: 0, other: 0 }
    count.all++
    if (tools.some(({ tool_id }) => tool_id === agent)) count.found++
    else if (signals.some(({ tool_id }) => tool_id === agent)) count.branch++
    if (tools.some(({ tool_id }) => tool_id !== agent)) count.other++
    counts.set(agent, count)
  }
  for (const [agent, { all, found, branch, other }] of counts) {
    t.diagnostic(
      `${agent}: ${found} of ${all} by signal, ${branch} by branch only, ${other} name another tool`,
    )
  }
  const share = (agent: string) => (counts.get(agent)?.found ?? 0) / (counts.get(agent)?.all ?? 1)
  assert.equal(share('github-copilot'), 1)
  assert.equal(share('devin'), 1)
  assert.ok(share('cursor') > 0.97)
  assert.ok(share('claude-code') > 0.97)
  assert.ok(share('openai-codex') > 0.52, 'only about half of them say so at all')
})
