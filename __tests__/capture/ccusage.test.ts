// Another program's reading of the same transcripts: ccusage 20.0.24 finds the sessions and models that we find, in the
// formats that both know. It counts tokens, so that it knows nothing of sessions written by hand without them.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'
import { isJsonObject, readObjects, readString } from '../../src/core/json.ts'
import { makeFolder } from '../support/capture-world.ts'
import { listTranscriptFixtures, readStaged, type TranscriptFixture } from '../support/staged-transcripts.ts'

const agents = new Map([
  ['claude-code', 'claude'],
  ['openai-codex', 'codex'],
  ['gemini-cli', 'gemini'],
])

/** The launcher: it makes the binary executable, which npm does not. */
const program = join(import.meta.dirname, '../../node_modules/ccusage/src/cli.js')
const isHere = hasBinary()

/** Not every machine has one. */
function hasBinary(): boolean {
  const { platform, arch } = process
  try {
    const name = `ccusage${platform === 'win32' ? '.exe' : ''}`
    createRequire(program).resolve(`@ccusage/ccusage-${platform}-${arch}/bin/${name}`)
    return true
  } catch {
    return false
  }
}

/** What claude-code-action keeps lies where ccusage does not look. */
const fixtures = listTranscriptFixtures().filter(
  ({ reader, name }) => agents.has(reader.id) && !/-output\.jsonl$|\/by-hand$/.test(name),
)

interface Told {
  agent: string
  id: string
  models: string[]
}

function askProgram(home: string): Told[] {
  const args = [program, 'session', '--json', '--offline']
  const env = { PATH: process.env.PATH, HOME: home, USERPROFILE: home }
  const report: unknown = JSON.parse(
    execFileSync(process.execPath, args, { cwd: home, env, encoding: 'utf8' }),
  )
  return readObjects(isJsonObject(report) ? report : null, 'session').map((row) => ({
    agent: readString(row, 'agent') ?? '',
    // Codex sessions are named by their file.
    id: (readString(row, 'period') ?? '').replace(/^.*\/rollout-[\d-]{10}T[\d-]{9}/, ''),
    models: Array.isArray(row.modelsUsed) ? row.modelsUsed.map(String).sort() : [],
  }))
}

async function readOurs({ reader, stage }: TranscriptFixture, home: string): Promise<Told[]> {
  const told: Told[] = []
  const repository = join(home, 'shop')
  mkdirSync(repository)
  for (const path of stage({ home, repository }))
    for (const { id, models } of await readStaged(reader, path))
      told.push({ agent: agents.get(reader.id) ?? '', id, models: [...models].sort() })
  return told
}

test('there are transcripts of each to compare', () => {
  for (const id of agents.keys())
    assert.ok(
      fixtures.some(({ reader }) => reader.id === id),
      id,
    )
})

for (const fixture of fixtures) {
  test(`${fixture.name} as ccusage reads it`, { skip: !isHere }, async (t) => {
    const home = makeFolder(t)
    const ours = await readOurs(fixture, home)
    assert.deepEqual(askProgram(home), ours)
  })
}
