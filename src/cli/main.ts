// The command line as a function of its arguments and streams.

import { version } from '../core/record/version.ts'
import { redactSecrets } from '../core/redact/redact-text.ts'
import { RedactionError } from '../core/redact/refuse-secrets.ts'
import { toSafeText } from '../core/render/safe-text.ts'
import { escapeLines } from '../report/escape-commands.ts'
import { UsageError } from '../report/usage-error.ts'
import { InterruptedError } from '../runtime/interrupted-error.ts'
import { checkHelp, runCheck } from './check.ts'
import { datasetHelp, datasetHelpOf, runDataset } from './dataset.ts'
import { draftHelp, runDraft } from './draft.ts'
import type { Environment } from './environment.ts'
import { extractHelp, runExtract } from './extract.ts'
import { hookHelp, runHook } from './hook.ts'
import { initHelp, runInit } from './init.ts'
import { nameUnknown } from './name-unknown.ts'
import { reportHelp, runReport } from './report.ts'
import { runSchema, schemaHelp } from './schema.ts'
import { write } from './write.ts'

const help = `ai-worklog ${version}: reads, checks and records how AI was used in a pull request.

Usage: ai-worklog <command> [options] [file …]

Commands:
  check      say what a pull request body documents, what is missing and what to paste
  extract    print the record of one pull request, or of many (JSONL)
  init       set a repository up: workflow, policy, template and instructions for coding agents
  draft      write the section on AI use from your sessions with coding agents
  dataset    build, split, describe and erase datasets of many records
  report     say how AI was used across many pull requests, what failed and what people fixed
  schema     print the JSON Schema of the record or the policy

\`ai-worklog <command> --help\` explains a command. Exit codes: 0 fine, 1 failed, 2 usage or input.
`

interface Command {
  help: string
  /** Help on what `args` name, when the command has commands of its own. */
  helpOf?(args: readonly string[]): string | undefined
  run(args: readonly string[], environment: Environment): Promise<number>
}

const commands = new Map<string, Command>([
  ['check', { help: checkHelp, run: runCheck }],
  ['extract', { help: extractHelp, run: runExtract }],
  ['init', { help: initHelp, run: runInit }],
  ['draft', { help: draftHelp, run: (args, environment) => runDraft(args, environment) }],
  ['dataset', { help: datasetHelp, helpOf: datasetHelpOf, run: runDataset }],
  ['report', { help: reportHelp, run: runReport }],
  ['schema', { help: schemaHelp, run: runSchema }],
  ['hook', { help: hookHelp, run: runHook }],
])

/** Runs one command line; resolves to the exit code. Only a bug rejects. */
export async function main(args: readonly string[], environment: Environment): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === undefined) {
      await write(environment.stderr, help)
      return 2
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      await write(environment.stdout, rest[0] === undefined ? help : findCommand(rest[0]).help)
      return 0
    }
    if (name === '--version' || name === '-v') {
      await write(environment.stdout, `${version}\n`)
      return 0
    }
    const command = findCommand(name)
    if (rest.includes('--help') || rest.includes('-h')) {
      await write(environment.stdout, command.helpOf?.(rest) ?? command.help)
      return 0
    }
    return await command.run(rest, environment)
  } catch (error) {
    if (error instanceof InterruptedError) {
      await write(
        environment.stderr,
        '\nInterrupted. Nothing is half-written; run the same command to go on.\n',
      )
      return error.exitCode
    }
    if (!(error instanceof UsageError || error instanceof RedactionError)) throw error
    await write(environment.stderr, escapeLines(`ai-worklog: ${redactSecrets(toSafeText(error.message))}\n`))
    return 2
  }
}

function findCommand(name: string): Command {
  const command = commands.get(name)
  if (command) return command
  const names = [...commands.keys()]
  const known = names.map((key) => `\`${key}\``).join(', ')
  throw new UsageError(
    `Unknown command ${nameUnknown(name, names)}; expected ${known} (see \`ai-worklog --help\`)`,
  )
}
