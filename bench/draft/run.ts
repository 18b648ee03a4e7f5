// `npm run bench:draft`: what a draft costs, as a ratio against reading and parsing every line of the same sessions, and
// how much memory it takes for sessions that are far too large. Arguments: rounds (7), megabytes of the large ones (1024).

import { existsSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Measured, runMeasured } from '../dataset/run-measured.ts'
import { measureInTurn } from '../measure.ts'
import { DraftWorld, type Part, type Tool } from './draft-world.ts'

const mb = 1024 * 1024
const rounds = Number(process.argv[2] ?? 7)
const large = Number(process.argv[3] ?? 1024)
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const cli = path('../../dist/cli.js')
if (!existsSync(cli)) throw new Error('`dist` is missing: `npm run build`')

console.log(
  `Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; ${rounds} rounds in turn, medians\n`,
)
console.log('| 35 MB in 28 sessions | ms | ratio | limit |\n|---|---|---|---|')
await benchTime('8 of them behind the branch', [
  'behind',
  'behind',
  'beside',
  'elsewhere',
  'elsewhere',
  'elsewhere',
  'elsewhere',
])
await benchTime('all of them behind the branch', ['behind'])
console.log('\n| one session | seconds | peak memory, MB | limit |\n|---|---|---|---|')
for (const tool of ['claude-code', 'codex-cli', 'specstory', 'aider'] as const) {
  await benchMemory(tool, large, Math.round(large / 5))
}

/** 28 sessions, every third of Codex; `parts` repeat. */
async function benchTime(name: string, parts: readonly Part[]): Promise<void> {
  const world = new DraftWorld()
  try {
    for (let index = 0; index < 28; index++) {
      const part = parts[index % parts.length] ?? 'behind'
      await world.add(index % 3 === 0 ? 'codex-cli' : 'claude-code', part, 1.25 * mb)
    }
    const times = await measureInTurn(
      [
        { name: 'parse', run: () => runMeasured([path('./parse-only.ts'), world.home], world.place) },
        { name: 'draft', run: () => draft(world) },
      ],
      rounds,
    )
    const [baseline = Number.NaN, own = Number.NaN] = times.values()
    console.log(`| read and \`JSON.parse\` every line | ${baseline.toFixed(0)} | 1 | |`)
    console.log(`| \`draft\`, ${name} | ${own.toFixed(0)} | ${(own / baseline).toFixed(2)} | 2 |`)
  } finally {
    world.remove()
  }
}

async function benchMemory(tool: Tool, size: number, line: number): Promise<void> {
  const world = new DraftWorld()
  try {
    await world.add(tool, 'behind', size * mb, line * mb)
    const start = performance.now()
    const { peak } = await draft(world)
    const seconds = (performance.now() - start) / 1000
    console.log(
      `| \`draft\`, ${tool}, ${size} MB with a line of ${line} MB | ${seconds.toFixed(1)} | ${Math.round(peak / 1024)} | 250 |`,
    )
  } finally {
    world.remove()
  }
}

async function draft(world: DraftWorld): Promise<Measured> {
  const measured = await runMeasured([cli, 'draft'], world.place)
  if (!measured.stdout.includes('## ')) throw new Error('Nothing was drafted')
  return measured
}
