// Fixture transcripts with anything done to them, and what must hold of them: read, reduced, redacted and rendered.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { reduceSessions } from '../../src/capture/reduce/reduce-sessions.ts'
import type { Session } from '../../src/capture/session/session.ts'
import { mergeDraft } from '../../src/core/draft/merge-draft.ts'
import { redactDraft } from '../../src/core/draft/redact-draft.ts'
import { extractPullRequest } from '../../src/core/extract/extract-pull-request.ts'
import { createPullRequest } from '../../src/core/pull-request.ts'
import { noRedaction } from '../../src/core/redact/redaction.ts'
import { branchOf } from './branch-of-test.ts'
import { listTranscriptFixtures, readStaged } from './staged-transcripts.ts'

const fixtures = listTranscriptFixtures()

/** Places are parts of the whole, from 0 to 1. */
type Change =
  | { kind: 'cut' | 'drop' | 'repeat'; at: number }
  | { kind: 'swap'; at: number; to: number }
  | { kind: 'put'; at: number; text: string }
  | { kind: 'value'; at: number; text: string }

export interface HostileTranscript {
  /** Of the fixture. */
  name: string
  changes: readonly Change[]
}

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const values = [
  ...[
    'null',
    '{}',
    '[]',
    '7',
    '-1e999',
    'true',
    '""',
    '"__proto__"',
    '"\\u0000\\ud800"',
    '[[null,{"type":[]}]]',
  ],
  ...[
    '"-----BEGIN PRIVATE KEY-----\\nAAAA"',
    '"1969-12-31T23:59:60Z"',
    '"../../../../etc/passwd"',
    '"C:\\\\x\\\\y"',
  ],
  ...[`"${'x'.repeat(70_000)}"`, `${'['.repeat(3000)}${']'.repeat(3000)}`, `"${'(?:a+)+'.repeat(300)}"`],
]
const texts = [
  '\n',
  '"',
  '}',
  '\\',
  '\0',
  '\uFEFF',
  '```\n',
  '<details>',
  '<!-- ai-worklog:end -->',
  '{"a":1}\n',
  '#### ',
  '> ',
  '---\n',
  '_**User (x)**_',
]

/** A fixture with a few changes, in each of its files. */
export const hostileTranscript: fc.Arbitrary<HostileTranscript> = fc.record({
  name: fc.constantFrom(...fixtures.map(({ name }) => name)),
  changes: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('cut' as const, 'drop' as const, 'repeat' as const), at: place }),
      fc.record({ kind: fc.constant('swap' as const), at: place, to: place }),
      fc.record({
        kind: fc.constant('put' as const),
        at: place,
        text: fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'binary' })),
      }),
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('value' as const),
          at: place,
          text: fc.oneof(fc.constantFrom(...values), fc.json()),
        }),
      },
    ),
    { minLength: 1, maxLength: 8 },
  ),
})

/** Reads it and makes a draft of it, and throws when anything goes wrong; gives how many sessions were read. */
export async function checkTranscript({ name, changes }: HostileTranscript): Promise<number> {
  const fixture = fixtures.find((one) => one.name === name)
  assert.ok(fixture)
  const home = mkdtempSync(join(tmpdir(), 'ai-worklog-hostile-'))
  try {
    const repository = join(home, 'shop')
    mkdirSync(repository)
    const sessions: Session[] = []
    const isRows = name === 'opencode/recorded'
    const paths = fixture.stage({ home, repository }, (text) => {
      const changed = changes.reduce(apply, text)
      // The rows of a database are always rows.
      return isRows && !isJson(changed) ? text : changed
    })
    for (const path of paths) sessions.push(...(await readStaged(fixture.reader, path)))
    await checkDraft(sessions)
    return sessions.length
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function checkDraft(sessions: readonly Session[]): Promise<void> {
  const files = sessions.flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === 'call' ? event.paths : [])),
  )
  const branch = branchOf(files.map((file) => file.replace(/^.*\//, '')))
  const why = { files: [], commits: [], folder: true, branch: true, time: true }
  const selected = sessions.map((session) => ({ session, why }))
  for (const full of [false, true]) {
    const facts = await reduceSessions(selected, branch, async () => null, { full })
    const draft = redactDraft(facts, { prompts: 'full', author: 'login' }, noRedaction)
    const { body } = mergeDraft('', draft, { version: '1.0.0' })
    const { documents, draftVersion } = extractPullRequest(createPullRequest({ body }))
    assert.deepEqual([documents[0]?.state, draftVersion], ['read', '1.0.0'])
    assert.equal(mergeDraft(body, draft, { version: '1.0.0' }).body, body)
  }
}

function apply(text: string, change: Change): string {
  const at = Math.floor(change.at * text.length)
  if (change.kind === 'cut') return text.slice(0, at)
  if (change.kind === 'put') return text.slice(0, at) + change.text + text.slice(at)
  if (change.kind === 'value') {
    const found = [...text.matchAll(/"(?:[^"\\\n]|\\.)*"(?!\s*:)|\b\d+\b|\b(?:true|false|null)\b/g)]
    const one = found[Math.floor(change.at * found.length)]
    if (!one) return text
    return text.slice(0, one.index) + change.text + text.slice(one.index + one[0].length)
  }
  const lines = text.split('\n')
  const line = Math.floor(change.at * lines.length)
  if (change.kind === 'drop') lines.splice(line, 1)
  if (change.kind === 'repeat') lines.splice(line, 0, lines[line] ?? '')
  if (change.kind === 'swap') {
    const to = Math.floor(change.to * lines.length)
    const [moved = ''] = lines.splice(line, 1)
    lines.splice(to, 0, moved)
  }
  return lines.join('\n')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
