// `ai-worklog check`: reads pull request bodies and says what is missing.

import { type Check, checkPullRequest } from '../core/check-pull-request.ts'
import { modes } from '../core/policy/policy.ts'
import { createPullRequest, type PullRequest } from '../core/pull-request.ts'
import { serializeLine, serializeRecord, serializeRecords } from '../core/record/serialize.ts'
import { version } from '../core/record/version.ts'
import { loadRedaction } from '../core/redact/load-redaction.ts'
import { maskText } from '../core/redact/redact-text.ts'
import type { Redaction } from '../core/redact/redaction.ts'
import { escapeLines } from '../report/escape-commands.ts'
import { formatCheck } from '../report/format-check.ts'
import { formatCommands } from '../report/format-commands.ts'
import { formatExplanation } from '../report/format-explanation.ts'
import { UsageError } from '../report/usage-error.ts'
import { runBounded } from '../runtime/run-bounded.ts'
import { type Environment, hasColor } from './environment.ts'
import { findPolicy } from './find-policy.ts'
import { loadPolicy } from './load-policy.ts'
import { loadTemplates } from './load-templates.ts'
import { mapPullRequests } from './map-pull-requests.ts'
import { readArguments, readChoice } from './read-arguments.ts'
import { readText } from './read-text.ts'
import { write } from './write.ts'

export const checkHelp = `Usage: ai-worklog check [options] [file …]

Reads pull request bodies (Markdown; \`-\` or no file: standard input), checks them against a policy
and says what was found, what is missing and what to paste.

Options:
  --policy <file>    policy to check against; may be repeated, later files override (default:
                     .github/ai-worklog.yml of the repository around, else the built-in one)
  --mode <mode>      observe | warn | enforce: only enforce can fail (default: the policy's, else warn)
  --template <file>  the repository's pull-request template; may be repeated. Its text is no answer
  --head-ref <name>  branch the pull request comes from, when known
  --format <format>  text | json | jsonl | github (default: text)
                     json: the record; jsonl: input and output are one pull request and one record a
                     line; github: workflow annotations
  --explain          also show the text with what was read from where
  --fix              add the missing sections to the file, with placeholders to fill in. Nothing is
                     answered for you, and no other byte changes
  --watch            check again whenever a file changes, until Ctrl-C
  --help             this text

Exit codes: 0 fine or warned, 1 failed (mode enforce), 2 wrong arguments, unreadable input or policy.

Examples:
  ai-worklog check body.md
  ai-worklog check --fix --watch body.md
  gh pr view 12 --json body --jq .body | ai-worklog check -
  ai-worklog check --explain --template .github/pull_request_template.md body.md
  ai-worklog check --mode enforce body.md
`

const formats = ['text', 'json', 'jsonl', 'github'] as const

/** Runs `check`; resolves to the exit code. */
export async function runCheck(args: readonly string[], environment: Environment): Promise<number> {
  const parsed = readArguments(
    'check',
    args,
    ['policy', 'mode', 'template', 'head-ref', 'format'],
    ['explain', 'fix', 'watch'],
  )
  const format = readChoice(parsed, 'format', formats, 'text')
  const mode = readChoice(parsed, 'mode', modes, null)
  const headRef = parsed.values['head-ref']?.at(-1) ?? null
  if (format === 'jsonl' && headRef !== null) {
    throw new UsageError(
      '`--head-ref` is of one pull request; with `--format jsonl` each line has its own `head_ref`',
    )
  }
  const isExplained = parsed.flags.has('explain')
  if (isExplained && format !== 'text') {
    throw new UsageError(`\`--explain\` is for people and needs \`--format text\`, got \`${format}\``)
  }
  const isFixed = parsed.flags.has('fix')
  const isWatched = parsed.flags.has('watch')
  assertFiles(parsed.files, format, { fix: isFixed, watch: isWatched })
  const templates = await loadTemplates(parsed.values.template ?? [], environment)
  const usual = parsed.values.policy === undefined ? await findPolicy(process.cwd()) : null
  const policies = usual === null ? (parsed.values.policy ?? []) : [usual]
  const policy = await loadPolicy(policies, mode, environment)
  const redaction = await loadRedaction(policy.redact)
  const check = (pullRequest: PullRequest) =>
    checkPullRequest(
      { ...pullRequest, templates },
      {
        policy,
        policySha: null,
        policyProblems: [],
        redaction,
        generatedAt: environment.now().toISOString(),
        version,
        bounded: runBounded,
      },
    )
  if (format === 'jsonl') return checkLines(parsed.files, environment, check, redaction)

  const files = parsed.files.length === 0 ? ['-'] : parsed.files
  const show = async (result: Check, file: string, isFirst: boolean) => {
    if (format === 'text') {
      await write(
        environment.stdout,
        `${isFirst ? '' : '\n'}${formatText(result, file, environment, redaction)}\n`,
      )
    }
    if (isExplained) {
      const color = hasColor(environment)
      await write(environment.stdout, `\n${escapeLines(formatExplanation(result, { color, redaction }))}\n`)
    }
    if (format === 'github') await write(environment.stdout, formatCommands(result))
  }
  const checkFile = async (file: string) => {
    const body = await readText(file, environment)
    const checkBody = (text: string) => check(createPullRequest({ body: text, headRef }))
    const result = checkBody(body)
    if (!isFixed) return result
    const { fixFile } = await import('./check/fix-file.ts')
    return (await fixFile(file, body, result, checkBody, environment)) ?? result
  }
  const checkBodies = async () => {
    const checks: Check[] = []
    for (const file of files) {
      const result = await checkFile(file)
      checks.push(result)
      await show(result, file, checks.length === 1)
    }
    if (format === 'json') await write(environment.stdout, formatJson(checks, redaction))
    return checks.some(({ result }) => result === 'fail') ? 1 : 0
  }
  if (!isWatched) return checkBodies()
  const { watchBodies } = await import('./check/watch-bodies.ts')
  return watchBodies(files, environment, checkBodies)
}

/** What changes or watches a file needs one, and talks to people. */
function assertFiles(
  files: readonly string[],
  format: string | null,
  flags: Readonly<Record<'fix' | 'watch', boolean>>,
): void {
  for (const name of ['fix', 'watch'] as const) {
    if (!flags[name]) continue
    if (files.length === 0 || files.includes('-')) {
      throw new UsageError(`\`--${name}\` needs a file, such as \`ai-worklog check --${name} body.md\``)
    }
    if (format === 'jsonl' || (name === 'watch' && format !== 'text')) {
      throw new UsageError(`\`--${name}\` does not go with \`--format ${format}\``)
    }
  }
}

type CheckOne = (pullRequest: PullRequest) => Check

async function checkLines(
  files: readonly string[],
  environment: Environment,
  check: CheckOne,
  redaction: Redaction,
) {
  let failed = false
  const isWhole = await mapPullRequests(files, environment, (pullRequest) => {
    const { record, result } = check(pullRequest)
    failed ||= result === 'fail'
    return serializeLine(record, redaction)
  })
  if (!isWhole) return 2
  return failed ? 1 : 0
}

function formatText(check: Check, file: string, environment: Environment, redaction: Redaction): string {
  const name = file === '-' ? 'standard input' : file
  // Only who has the text before them gains by seeing its lines: a log has it elsewhere.
  const isPerson = environment.stdout.isTTY === true
  const [body] = isPerson && check.record.findings.length > 0 ? check.extraction.documents : []
  const lines = body ? maskText(body.source.text, redaction).split(/\r\n|\r|\n/) : []
  return escapeLines(formatCheck(check, { color: hasColor(environment), name, lines }))
}

/** One record, or a list of several. */
function formatJson(checks: readonly Check[], redaction: Redaction): string {
  const records = checks.map(({ record }) => record)
  const [only, ...more] = records
  return only && more.length === 0 ? serializeRecord(only, redaction) : serializeRecords(records, redaction)
}
