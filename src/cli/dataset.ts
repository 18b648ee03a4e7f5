// `ai-worklog dataset`: its own commands. Their code, and DuckDB, are loaded only when one of them runs.

import { useProxy } from '../api/use-proxy.ts'
import { UsageError } from '../report/usage-error.ts'
import { datasetCommands, datasetHelp } from './dataset/help.ts'
import type { Environment } from './environment.ts'
import { nameUnknown } from './name-unknown.ts'

export { datasetHelp }

/** The help on the command that `args` begin with. */
export function datasetHelpOf(args: readonly string[]): string | undefined {
  return datasetCommands.get(args.find((arg) => !arg.startsWith('-')) ?? '')
}

/** Runs `dataset`; resolves to the exit code. */
export async function runDataset(args: readonly string[], environment: Environment): Promise<number> {
  const [name, ...rest] = args
  useProxy(environment.env)
  const commands = [...datasetCommands.keys()].map((known) => `\`${known}\``).join(', ')
  switch (name) {
    case 'build':
      return (await import('./dataset/build.ts')).runBuild(rest, environment)
    case 'map':
      return (await import('./dataset/map.ts')).runMap(rest, environment)
    case 'erase':
      return (await import('./dataset/erase.ts')).runErase(rest, environment)
    case 'test-list':
      return (await import('./dataset/test-list.ts')).runTestList(rest, environment)
    default: {
      const given =
        name === undefined
          ? 'A command is missing'
          : `Unknown command ${nameUnknown(name, [...datasetCommands.keys()], 'dataset ')}`
      throw new UsageError(`${given}; expected one of ${commands} (see \`ai-worklog dataset --help\`)`)
    }
  }
}
