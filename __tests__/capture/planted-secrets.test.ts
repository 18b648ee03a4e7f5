// Secrets in every field of every format: none leaves, whole or in pieces, on any way a draft goes.

import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { makeFolder, makeWorld, toy, type World } from '../support/capture-world.ts'
import { bubbles, chat, writeDatabase } from '../support/cursor-database.ts'
import {
  findPieces,
  listKeys,
  makeSecret,
  plantIn,
  type Secret,
  type Wants,
} from '../support/planted-secrets.ts'
import { draft } from '../support/run-draft.ts'
import { stageBranch } from '../support/staged-branch.ts'
import { type Change, listTranscriptFixtures, type TranscriptFixture } from '../support/staged-transcripts.ts'

const fixtures = listTranscriptFixtures()

/**
 * Adds a new secret to each value that is wanted, or puts it in the place of each when `isWhole`; the secrets that were
 * planted are in `secrets`.
 */
function createPlanter(wants: Wants, isWhole = false) {
  const secrets: Secret[] = []
  const change = (text: string, path: string) =>
    plantIn(text, path, wants, (value) => {
      const secret = makeSecret(secrets.length)
      secrets.push(secret)
      if (isWhole) return secret.text
      const gap = /^\S*\/\S*$/.test(value) ? '/' : ' '
      return secrets.length % 2 === 0 ? `${secret.text}${gap}${value}` : `${value}${gap}${secret.text}`
    })
  return { secrets, change }
}

/** All that running `draft` with `args` gives to see. */
async function run(world: Pick<World, 'home' | 'repository'>, args: readonly string[]): Promise<string> {
  const written = join(world.repository, 'BODY.md')
  const { stdout, stderr } = await draft(world, args).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'UsageError') throw error
    return { stdout: '', stderr: error.message }
  })
  return `${stdout}\n${stderr}\n${existsSync(written) ? readFileSync(written, 'utf8') : ''}`
}

// Words that say what a row is: with a secret in them, nothing of it would be read.
const isText: Wants = (key, value) =>
  key === null
    ? !/^(?:#|<!--|<\/?[a-z]|_\*\*|---|>|```)/.test(value)
    : /[\s]/.test(value) || value.length > 40
const isTextOrPath: Wants = (key, value) =>
  isText(key, value) || /^[^\s:]*\/|^(?:gpt|claude|gemini)-|^\d+\.\d+\.\d+$/.test(value)

/** One of each tool and shape, the newest. */
const newest = [...new Map(fixtures.map((one) => [one.name.replace(/[\d.]+\/.*/, ''), one])).values()]

for (const fixture of newest) {
  test(`${fixture.name} with a secret in every text`, async (t) => {
    const { secrets, change } = createPlanter(isText)
    const world = await stageBranch(t, fixture, change)
    const named = world.paths.flatMap((path) => ['--session', path])
    let seen = ''
    for (const args of [['--list', '--all'], ['--all'], [...named, '--update', 'BODY.md']])
      seen += await run(world, args)
    assert.ok(secrets.length > 0)
    assert.deepEqual(findPieces(seen, secrets), [])
  })

  test(`${fixture.name} with a secret in every field, one field after the other`, async (t) => {
    for (const [name, wants] of listFields(t, fixture)) {
      const { secrets, change } = createPlanter(wants)
      await assertSilent(makeHome(t), fixture, secrets, change, name)
    }
  })

  test(`${fixture.name} with a secret for every field, one field after the other`, async (t) => {
    // A line of plain text that is only a secret says no more than one with a secret at its end.
    const fields = listFields(t, fixture).filter(([name]) => !name.startsWith('line '))
    for (const [name, wants] of fields) {
      const { secrets, change } = createPlanter(wants, true)
      await assertSilent(makeHome(t), fixture, secrets, change, name)
    }
  })
}

for (const fixture of fixtures) {
  test(`${fixture.name} with a secret in every text and path`, async (t) => {
    const { secrets, change } = createPlanter(isTextOrPath)
    await assertSilent(makeHome(t), fixture, secrets, change)
  })
}

test('a database of Cursor with a secret in every text', async (t) => {
  const world = makeHome(t)
  const { secrets, change } = createPlanter(isText)
  const rows: [string, unknown][] = [
    ['composerData:c1', chat(bubbles.map(([id]) => id))],
    ...bubbles.map(([id, bubble]): [string, unknown] => [`bubbleId:c1:${id}`, bubble]),
  ]
  const path = join(world.home, 'state.vscdb')
  writeDatabase(
    path,
    rows.map(([key, value]) => [key, JSON.parse(change(JSON.stringify(value), 'row.json'))]),
  )
  for (const args of [['--full'], ['--full', '--format', 'json'], ['--list']]) {
    const seen = await run(world, ['--session', path, ...args])
    assert.match(seen, /Cursor/)
    assert.deepEqual(findPieces(seen, secrets), [])
  }
  assert.ok(secrets.length > 3)
})

async function assertSilent(
  world: Pick<World, 'home' | 'repository'>,
  fixture: TranscriptFixture,
  secrets: readonly Secret[],
  change: Change,
  name = 'all',
): Promise<void> {
  const named = fixture.stage(world, change).flatMap((path) => ['--session', path])
  const seen = await run(world, [...named, '--full', '--format', 'json'])
  const all = name === 'all' ? seen + (await run(world, named)) : seen
  assert.ok(secrets.length > 0)
  assert.deepEqual(findPieces(all, secrets), [], name)
}

/** Outside of any repository, which is fast. */
function makeHome(t: TestContext): { home: string; repository: string } {
  const home = makeFolder(t)
  const repository = join(home, 'shop')
  mkdirSync(repository)
  return { home, repository }
}

/** Keys of JSON, and lines of plain texts. */
function listFields(t: TestContext, fixture: TranscriptFixture): [string, Wants][] {
  const keys = new Set<string>()
  let lines = 0
  fixture.stage(makeHome(t), (text, path) => {
    for (const key of listKeys(text, path)) keys.add(key)
    if (/\.(?:md|txt)$/.test(path)) lines = text.split('\n').filter((line) => line.trim() !== '').length
    return text
  })
  const list = [...keys].map((key): [string, Wants] => [key, (own) => own === key])
  for (let line = 0; line < lines; line++) {
    let at = 0
    list.push([`line ${line}`, (key) => key === null && at++ === line])
  }
  return list
}

test('an id that names several sessions is told without what else stands in it', async (t) => {
  const world = makeWorld(t)
  const secret = makeSecret(0)
  for (const name of ['a', 'b']) world.session(`same-id-${name} ${secret.text}`, [{ prompt: 'Hello' }])
  await assert.rejects(draft(world, ['--session', 'same-id'], { readers: [toy] }), {
    name: 'UsageError',
    message:
      '`--session same-id` names several sessions: `same-id-a [REDACTED:github-token]`, `same-id-b [REDACTED:github-token]`',
  })
})
