// `npm run bench`: every speed claim as a ratio against a baseline of the same run.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startArtifactService } from '../__tests__/support/artifact-service.ts'
import { createPull } from '../__tests__/support/example-pull-request.ts'
import { startGitHubServer } from '../__tests__/support/github-server.ts'
import { removeFolders, runCheck } from '../__tests__/support/run-check.ts'
import { bodies } from './bodies.ts'
import { bundleParser } from './bundle-parser.ts'
import { measureInTurn, runNode } from './measure.ts'

const rounds = Number(process.argv[2] ?? 15)
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const cli = path('../dist/cli.js')
const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-bench-'))

try {
  console.log(`Node ${process.version}, ${rounds} rounds in turn, medians\n`)
  await benchStart()
  await benchExtract(path('../../shared/data/pull-requests.jsonl'))
} finally {
  rmSync(folder, { recursive: true, force: true })
  removeFolders()
}

/**
 * New processes against `node -e 0`. The CLI keeps compiled code for its next start; NODE_DISABLE_COMPILE_CACHE=1
 * measures it without.
 */
async function benchStart(): Promise<void> {
  const parseOne = await bundleParser(folder)
  const checks = Object.entries(bodies).map(([name, body], index) => {
    const file = join(folder, `${index}.md`)
    writeFileSync(file, body)
    return [
      { name: `parse only, ${name}`, run: () => runNode([parseOne, file]) },
      { name: `CLI check, ${name}`, run: () => runNode([cli, 'check', file]) },
    ]
  })
  const github = await startGitHubServer()
  const artifacts = await startArtifactService()
  github.state.pull = createPull({ body: bodies['2 KB, fully documented'] })
  const action = (upload: boolean) => async () => {
    artifacts.reset()
    const { exitCode, outputs, stdout } = await runCheck({
      inputs: { upload: String(upload) },
      env: { GITHUB_API_URL: github.origin, ...(upload ? artifacts.env : {}) },
    })
    if (exitCode !== 0 || (upload && !outputs['artifact-id'])) throw new Error(stdout)
  }
  try {
    const times = await measureInTurn(
      [
        { name: 'node -e 0', run: () => runNode(['-e', '0']) },
        ...checks.flat(),
        { name: 'action with API calls, no upload', run: action(false) },
        { name: 'action with API calls and upload', run: action(true) },
      ],
      rounds,
    )
    printRatios(times, [1, null, 3, null, 4, null, 3, 7, 10])
  } finally {
    await github.stop()
    await artifacts.stop()
  }
}

/** Many pull requests against a bare parse of the same texts. */
async function benchExtract(data: string): Promise<void> {
  if (!existsSync(data)) {
    console.log(`\nextract: skipped, ${data} is not here`)
    return
  }
  let memory = 0
  const times = await measureInTurn(
    [
      { name: 'remark + gfm parse of every text', run: () => runNode([path('parse-only.ts'), data]) },
      {
        name: 'extract --format jsonl',
        run: async () => {
          const stderr = await runNode([
            '--import',
            path('report-memory.mjs'),
            cli,
            'extract',
            '--format',
            'jsonl',
            data,
          ])
          memory = Math.max(memory, Number(/maxrss (\d+)/.exec(stderr)?.[1]) / 1024)
        },
      },
    ],
    5,
  )
  printRatios(times, [1, 1.5])
  console.log(`peak memory of extract ${memory.toFixed(0)} MB (limit 400)`)
}

function printRatios(times: ReadonlyMap<string, number>, limits: readonly (number | null)[]): void {
  const [baseline = Number.NaN] = times.values()
  const rows = [...times].map(([name, time], index) => ({
    command: name,
    'ms (median)': Number(time.toFixed(1)),
    ratio: Number((time / baseline).toFixed(2)),
    limit: limits[index] ?? '',
  }))
  console.table(rows)
}
