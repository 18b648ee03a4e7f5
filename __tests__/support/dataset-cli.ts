// A folder in which the built command line makes datasets, with a temporary folder of its own.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { type CliOutcome, type CliRun, runCli } from './run-cli.ts'
import { sumFolder } from './sum-folder.ts'

/** SOURCE_DATE_EPOCH of every run: 2026-11-26. */
const epoch = String(Date.UTC(2026, 10, 26) / 1000)

export interface CliWorld {
  folder: string
  /** Where the work folders of the runs are. */
  temporary: string
  /** The environment of {@link CliWorld.run}. */
  env: Record<string, string>
  /** Runs with the folder as the current one. */
  run(args: readonly string[], run?: CliRun): Promise<CliOutcome>
  /** Writes `name`, one JSON line for each value; a string stands as it is. Gives the name. */
  write(name: string, lines: readonly unknown[]): string
  /** Names in `name`, hidden ones too; none when it is not there. */
  list(name: string): string[]
  /** Names of the work folders that runs left. */
  workFolders(): string[]
  /** What the rows of `table` in the dataset `name` say, all splits. */
  rows(name: string, table: string): Record<string, unknown>[]
  /** Of all files in `name`. */
  sum(name: string): string
}

/** The folder goes when the test ends. */
export function createCliWorld(t: TestContext): CliWorld {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-dataset-cli-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  const env = { TMPDIR: temporary, TEMP: temporary, TMP: temporary, SOURCE_DATE_EPOCH: epoch }
  const list = (name: string) =>
    existsSync(join(folder, name)) ? readdirSync(join(folder, name)).sort() : []
  return {
    folder,
    temporary,
    env,
    run: (args, run = {}) => runCli(args, { cwd: folder, ...run, env: { ...env, ...run.env } }),
    write(name, lines) {
      const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
      writeFileSync(join(folder, name), texts.map((text) => `${text}\n`).join(''))
      return name
    },
    list,
    workFolders: () => list('tmp').filter((name) => name.startsWith('ai-worklog-')),
    rows: (name, table) =>
      list(`${name}/jsonl/${table}`).flatMap((file) =>
        readFileSync(join(folder, name, 'jsonl', table, file), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ),
    sum: (name) => JSON.stringify(sumFolder(join(folder, name))),
  }
}
