// The arguments of `draft`.

import type { Reader } from '../../capture/readers/reader.ts'
import { timeRule } from '../../dataset/build/option-rules.ts'
import { UsageError } from '../../report/usage-error.ts'
import { readArguments, readChoice } from '../read-arguments.ts'

export interface DraftOptions {
  sessions: readonly string[]
  /** As `--since` or `--all` say; undefined for what the branch says, null for all. */
  since: Date | null | undefined
  base: string | null
  isList: boolean
  isFull: boolean
  policies: readonly string[]
  templates: readonly string[]
  readers: readonly Reader[]
  /** Whether `--tool` was given. */
  hasTools: boolean
  update: string | null
  output: string | null
  format: 'text' | 'json'
}

const valueNames = ['session', 'since', 'base', 'policy', 'template', 'tool', 'update', 'output', 'format']

const units = new Map([
  ['h', 3_600_000],
  ['d', 86_400_000],
  ['w', 7 * 86_400_000],
])

/** Throws a UsageError that names the option and what it allows. */
export function readDraftOptions(
  args: readonly string[],
  readers: readonly Reader[],
  now: () => Date,
): DraftOptions {
  const parsed = readArguments('draft', args, valueNames, ['all', 'list', 'full'])
  const { files, values, flags } = parsed
  if (files.length > 0) {
    throw new UsageError(
      `Unexpected argument \`${files[0]}\`: \`draft\` takes options only; a session is named with \`--session\`, a description with \`--update\``,
    )
  }
  const since = values.since?.at(-1)
  const options: DraftOptions = {
    sessions: values.session ?? [],
    since: flags.has('all') ? null : since === undefined ? undefined : readSince(since, now()),
    base: values.base?.at(-1) ?? null,
    isList: flags.has('list'),
    isFull: flags.has('full'),
    policies: values.policy ?? [],
    templates: values.template ?? [],
    readers: readTools(values.tool, readers),
    hasTools: values.tool !== undefined,
    update: values.update?.at(-1) ?? null,
    output: values.output?.at(-1) ?? null,
    format: readChoice(parsed, 'format', ['text', 'json'], 'text') ?? 'text',
  }
  refuse(flags.has('all') && since !== undefined, '`--all` and `--since` exclude each other')
  refuse(
    options.isList && (options.update ?? options.output) !== null,
    '`--list` writes no draft: leave out `--update` and `--output`',
  )
  refuse(
    options.update !== null && options.output !== null,
    '`--update` writes its own file: leave out `--output`',
  )
  refuse(options.update !== null && options.format === 'json', '`--update` needs `--format text`')
  refuse(options.templates.length > 0 && options.update === null, '`--template` needs `--update`')
  refuse(options.templates.length > 1, '`--template` may be given once')
  return options
}

function refuse(isWrong: boolean, message: string): void {
  if (isWrong) throw new UsageError(message)
}

function readSince(text: string, now: Date): Date {
  const [, count, unit] = /^(\d{1,5})([hdw])$/.exec(text) ?? []
  const time =
    count === undefined
      ? Date.parse(timeRule.parse(text) ?? '')
      : now.getTime() - Number(count) * (units.get(unit ?? '') ?? 0)
  if (Number.isNaN(time)) {
    throw new UsageError(`\`--since\` must be an age such as \`7d\` or ${timeRule.expected}, got \`${text}\``)
  }
  return new Date(time)
}

function readTools(ids: readonly string[] | undefined, readers: readonly Reader[]): readonly Reader[] {
  if (ids === undefined) return readers
  for (const id of ids) {
    if (readers.some((reader) => reader.id === id)) continue
    const known = readers.map((reader) => `\`${reader.id}\``).join(', ')
    throw new UsageError(`\`--tool\` must be one of ${known}, got \`${id}\``)
  }
  return readers.filter((reader) => ids.includes(reader.id))
}
