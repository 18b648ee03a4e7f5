// `ai-worklog extract`: pull requests to records, without a policy.

import { extractRecord } from '../core/extract-record.ts'
import { createPullRequest, type PullRequest } from '../core/pull-request.ts'
import { serializeLine, serializeRecord, serializeRecords } from '../core/record/serialize.ts'
import { version } from '../core/record/version.ts'
import type { RedactedRecord } from '../core/redact/redacted.ts'
import { escapeLines } from '../report/escape-commands.ts'
import { formatRecord } from '../report/format-check.ts'
import { runBounded } from '../runtime/run-bounded.ts'
import { type Environment, hasColor } from './environment.ts'
import { loadTemplates } from './load-templates.ts'
import { mapPullRequests } from './map-pull-requests.ts'
import { readArguments, readChoice } from './read-arguments.ts'
import { readText } from './read-text.ts'
import { write } from './write.ts'

export const extractHelp = `Usage: ai-worklog extract [options] [file …]

Reads pull requests and prints their records (docs/format.md). Nothing is checked.

Options:
  --format <format>  json | jsonl | text (default: json)
                     json: input is Markdown, output one record (a list for several files)
                     jsonl: input is one pull request a line with \`body\` and, when known, \`repository\`,
                     \`number\`, \`title\`, \`author\`, \`head_ref\`, \`commits\` [{\`sha\`, \`message\`, \`author\`}];
                     output is one record a line in the same order
                     text: input is Markdown, output what was read, for people
  --template <file>  the repository's pull-request template; may be repeated. Its text is no answer
  --help             this text

SOURCE_DATE_EPOCH sets the time that records carry.

Exit codes: 0 fine, 2 wrong arguments or unreadable input (a broken line is named and left out).

Examples:
  ai-worklog extract body.md
  ai-worklog extract --format jsonl pull-requests.jsonl > records.jsonl
`

/** Runs `extract`; resolves to the exit code. */
export async function runExtract(args: readonly string[], environment: Environment): Promise<number> {
  const parsed = readArguments('extract', args, ['format', 'template'])
  const format = readChoice(parsed, 'format', ['json', 'jsonl', 'text'] as const, 'json')
  const templates = await loadTemplates(parsed.values.template ?? [], environment)
  const extract = (pullRequest: PullRequest) =>
    extractRecord(
      { ...pullRequest, templates },
      { generatedAt: environment.now().toISOString(), version, bounded: runBounded },
    )

  if (format === 'jsonl') {
    const isWhole = await mapPullRequests(parsed.files, environment, (pullRequest) =>
      serializeLine(extract(pullRequest)),
    )
    return isWhole ? 0 : 2
  }
  const files = parsed.files.length === 0 ? ['-'] : parsed.files
  const records: RedactedRecord[] = []
  for (const file of files) {
    const record = extract(createPullRequest({ body: await readText(file, environment) }))
    records.push(record)
    if (format !== 'text') continue
    const name = file === '-' ? 'standard input' : file
    const text = escapeLines(formatRecord(record, { color: hasColor(environment), name }))
    await write(environment.stdout, `${records.length > 1 ? '\n' : ''}${text}\n`)
  }
  if (format === 'text') return 0
  const [only] = records
  const text = only && records.length === 1 ? serializeRecord(only) : serializeRecords(records)
  await write(environment.stdout, text)
  return 0
}
