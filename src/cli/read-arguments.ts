// Arguments by the standard parser, with messages that teach.

import type { ParseArgsOptionsConfig } from 'node:util'
import { UsageError } from '../report/usage-error.ts'
import { nameUnknown } from './name-unknown.ts'

export interface Arguments {
  files: string[]
  /** Values of string options; a repeated option keeps the order. */
  values: Readonly<Record<string, string[]>>
  /** The options without a value that were given. */
  flags: ReadonlySet<string>
}

/** Parses `args` by `options`, which take a value and may be repeated, and `flags`, which take none. `-` stands for standard input. */
export function readArguments(
  command: string,
  args: readonly string[],
  options: readonly string[],
  flags: readonly string[] = [],
): Arguments {
  // An import of `node:util` would load all of it; this loads the parser.
  const { parseArgs } = process.getBuiltinModule('node:util')
  const config: ParseArgsOptionsConfig = {}
  for (const name of options) config[name] = { type: 'string', multiple: true }
  for (const name of flags) config[name] = { type: 'boolean' }
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: config, allowPositionals: true })
    const lists = Object.entries(values).map(
      ([name, value]) => [name, Array.isArray(value) ? value.map(String) : []] as const,
    )
    const given = flags.filter((name) => values[name] === true)
    return { files: positionals, values: Object.fromEntries(lists), flags: new Set(given) }
  } catch (error) {
    const names = [...options, ...flags, 'help']
    const known = names.map((name) => `\`--${name}\``).join(', ')
    throw new UsageError(`${describe(error, names)}. Options of \`${command}\`: ${known}`)
  }
}

/** The first sentence of the parser's message, with the quotes that all our messages have. */
function describe(error: unknown, names: readonly string[]): string {
  if (!(error instanceof Error)) return String(error)
  const [sentence = ''] = error.message.split(/[.\n] ?/, 1)
  const unknown = /^Unknown option '--([^']+)'$/.exec(sentence)?.[1]
  if (unknown !== undefined) return `Unknown option ${nameUnknown(unknown, names, '--')}`
  return sentence.replaceAll("'", '`').replace(/ argument missing$/, ' needs a value')
}

/** The last value of option `name`, checked against `allowed`; `fallback` when it is not given. */
export function readChoice<T extends string>(
  { values }: Arguments,
  name: string,
  allowed: readonly T[],
  fallback: NoInfer<T> | null,
): T | null {
  const value = values[name]?.at(-1)
  if (value === undefined) return fallback
  const found = allowed.find((choice) => choice === value)
  if (found === undefined) {
    const choices = allowed.map((choice) => `\`${choice}\``).join(', ')
    throw new UsageError(`\`--${name}\` must be one of ${choices}, got \`${value}\``)
  }
  return found
}
