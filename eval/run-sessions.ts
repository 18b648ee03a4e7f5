// `npm run eval:sessions`: measures how well `draft` finds the sessions behind a branch, on the branches of a project that
// keeps its developers' sessions, and writes the figures into docs/draft.md.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fillMarkers } from '../scripts/docs/fill-markers.ts'
import { createProgress } from '../src/cli/create-progress.ts'
import { createEnvironment } from '../src/cli/process-environment.ts'
import { UsageError } from '../src/report/usage-error.ts'
import { InterruptedError } from '../src/runtime/interrupted-error.ts'
import { GitError } from '../src/runtime/run-git.ts'
import { checkpointBranch } from './sessions/checkpoints.ts'
import { listBranches } from './sessions/clone.ts'
import { measureSessions } from './sessions/measure-sessions.ts'
import { createSessionsPart, listWrong } from './sessions/page.ts'

const page = resolve(import.meta.dirname, '../docs/draft.md')
const advice =
  'get it with `git clone https://github.com/entireio/cli` and run `npm run eval:sessions -- <that folder>`'
const usage = `Usage: npm run eval:sessions -- [--verbose] <clone of entireio/cli>

  --verbose  list the branches where sessions are wrong or missed
  --help     show this text

The clone is only read: ${advice}.
Exit codes: 0 measured, 2 wrong usage or no such clone, 130 interrupted.`

try {
  await run()
} catch (error) {
  if (error instanceof InterruptedError) process.exitCode = error.exitCode
  else if (
    error instanceof UsageError ||
    error instanceof GitError ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  ) {
    console.error(error.message)
    process.exitCode = 2
  } else throw error
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { verbose: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) throw new UsageError(usage)
  const environment = createEnvironment(process)
  const signal = environment.interrupted()
  const given = resolve(path)
  const clone = { given, ...(await readClone(given, signal)) }
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-eval-'))
  try {
    const progress = createProgress(environment)
    const results = await measureSessions({ ...clone, folder, signal, progress })
    if (results.cases === 0) {
      throw new UsageError(`\`${given}\` lacks the transcripts that its commits name; ${advice}`)
    }
    const part = createSessionsPart(results)
    progress.say('Measured')
    console.log(part)
    if (values.verbose) console.log(`\n${listWrong(results.rules.draft)}`)
    const text = readFileSync(page, 'utf8')
    writeFileSync(page, fillMarkers(text, new Map([['sessions', part]]), 'measured'))
    console.error('Wrote `docs/draft.md`')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readClone(given: string, signal: AbortSignal) {
  const branches = await listBranches(given, signal).catch((error: unknown) => {
    if (!(error instanceof GitError || error instanceof UsageError)) throw error
    throw new UsageError(`Cannot read \`${given}\`: ${error.message}; ${advice}`, { cause: error })
  })
  const [main, checkpoints] = ['main', checkpointBranch].map(
    (wanted) => branches.find(({ name }) => name === wanted)?.sha,
  )
  if (main === undefined || checkpoints === undefined) {
    throw new UsageError(`\`${given}\` has no branch \`${main ? checkpointBranch : 'main'}\`; ${advice}`)
  }
  return { branches, main, checkpoints }
}
