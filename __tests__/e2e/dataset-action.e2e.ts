// nektos/act runs the example of a scheduled workflow, twice, on a machine without DuckDB.

import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { runOnAct } from '../support/act.ts'
import { startDatasetWorld } from '../support/dataset-world.ts'
import { createHistoryPull } from '../support/github-history.ts'
import { readNpmSettings } from '../support/npm-settings.ts'
import { readZip } from '../support/read-zip.ts'

const example = readFileSync(new URL('../../examples/workflows/dataset.yml', import.meta.url), 'utf8')
// The checkout is act's own: it copies the working tree and fetches nothing.
const workflow = `${example.replace(
  '      - uses: ai-worklog/ai-worklog/dataset@v1\n',
  '      - uses: actions/checkout@v4\n      - uses: ./dataset\n        id: dataset\n',
)}      - run: printf '%s\\n' "$VERSION" "$NEW" "$RECORDS" "$DATASET" "$REPORT" "$ARTIFACT" > "$SEEN"
        env:
          VERSION: \${{ steps.dataset.outputs.version }}
          NEW: \${{ steps.dataset.outputs.new }}
          RECORDS: \${{ steps.dataset.outputs.records }}
          DATASET: \${{ steps.dataset.outputs.dataset-path }}
          REPORT: \${{ steps.dataset.outputs.report-path }}
          ARTIFACT: \${{ steps.dataset.outputs.artifact-id }}
`

test('the example of a scheduled workflow makes a dataset on act, and goes on with it', async (t) => {
  assert.ok(workflow.includes('uses: ./dataset'))
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-act-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const world = await startDatasetWorld(t)
  for (const number of [1, 2, 3]) world.addRecord(number)
  world.history.pulls.push(createHistoryPull(9))
  const home = join(folder, 'home')
  mkdirSync(home)
  const tools = join(home, '.cache', 'act', 'tool_cache')
  let runs = 0

  async function run(): Promise<{ stdout: string; seen: string[] }> {
    runs += 1
    const seen = join(folder, `seen-${runs}.txt`)
    const stdout = await runOnAct({
      folder: join(folder, `run-${runs}`),
      home,
      workflow,
      eventName: 'schedule',
      event: { schedule: '23 4 * * 1' },
      apiUrl: world.apiUrl,
      env: { SEEN: seen },
      serviceEnv: { ...world.service.env, ...readNpmSettings() },
    })
    await world.endRun()
    return { stdout, seen: readFileSync(seen, 'utf8').split('\n') }
  }

  const first = await run()
  assert.match(first.stdout, /Job succeeded/)
  assert.match(first.stdout, /Installing DuckDB \d+\.\d+\.\d+\S* with npm, without install scripts/)
  assert.deepEqual(first.seen.slice(0, 3), ['1.0.0', 'true', '4'])
  assert.match(first.seen[3] ?? '', /\/version\/1\.0\.0\/dataset$/)
  assert.match(first.seen[4] ?? '', /\/report\/report\.md$/)
  assert.match(first.seen[5] ?? '', /^\d+$/)
  // Only whole installations are left.
  for (const version of readdirSync(join(tools, 'ai-worklog-duckdb'))) {
    const [installed, ...others] = readdirSync(join(tools, 'ai-worklog-duckdb', version))
    assert.deepEqual(others, [])
    assert.ok(
      existsSync(join(tools, 'ai-worklog-duckdb', version, installed ?? '', 'node_modules', '@duckdb')),
    )
  }

  world.expireRecords()
  world.addRecord(4)
  const asked = world.github.requests.length
  const second = await run()
  assert.match(second.stdout, /Job succeeded/)
  assert.doesNotMatch(second.stdout, /Installing DuckDB/)
  assert.deepEqual(second.seen.slice(0, 3), ['1.1.0', 'true', '5'])
  // Of the artifacts the new record and the last version are fetched, and no other.
  const zips = world.github.requests.slice(asked).filter((each) => each.endsWith('/zip'))
  assert.equal(zips.length, 2, zips.join('\n'))

  const files = readZip(world.readArtifact('ai-worklog-dataset'))
  const manifest = JSON.parse(files.get('dataset/manifest.json')?.toString() ?? '')
  assert.deepEqual([manifest.version, manifest.previous_version], ['1.1.0', '1.0.0'])
  const names = [...files.keys()].filter((name) => name.startsWith('dataset/jsonl/records/'))
  const lines = names.flatMap((name) => `${files.get(name)}`.trim().split('\n'))
  const numbers = lines.map((line) => JSON.parse(line).source.pr_number)
  assert.deepEqual(numbers.sort(), [1, 2, 3, 4, 9])
})
