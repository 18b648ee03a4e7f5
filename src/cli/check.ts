// `ai-worklog check`: reads pull request bodies and says what is missing.

import { type Check, checkPullRequest } from '../core/check-pull-request.ts'
import type { Mode } from '../core/policy/policy.ts'
import { createPullRequest, type PullRequest } from '../core/pull-request.ts'
import { serializeLine, serializeRecord, serializeRecords } from '../core/record/serialize.ts'
import { version } from '../core/record/version.ts'
import { loadRedaction } from '../core/redact/load-redaction.ts'
import type { Redaction } from '../core/redact/redaction.ts'
import { escapeLines } from '../report/escape-commands.ts'
import { formatCheck } from '../report/format-check.ts'
import { formatCommands } from '../report/format-commands.ts'
import { formatExplanation } from '../report/format-explanation.ts'
import { UsageError } from '../report/usage-error.ts'
import { runBounded } from '../runtime/run-bounded.ts'
import { type Environment, hasColor } from './environment.ts'
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
  --policy <file>    policy to check against; may be repeated, later files override (default: built-in)
  --mode <mode>      observe | warn | enforce: only enforce can fail (default: the policy's, else warn)
  --template <file>  the repository's pull-request template; may be repeated. Its text is no answer
  --head-ref <name>  branch the pull request comes from, when known
  --format <format>  text | json | jsonl | github (default: text)
                     json: the record; jsonl: input and output are one pull request and one record a
                     line; github: workflow annotations
  --explain          also show the text with what was read from where
  --help             this text

Exit codes: 0 fine or warned, 1 failed (mode enforce), 2 wrong arguments, unreadable input or policy.

Examples:
  ai-worklog check body.md
  gh pr view 12 --json body --jq .body | ai-worklog check -
  ai-worklog check --explain --template .github/pull_request_template.md body.md
  ai-worklog check --mode enforce --policy .github/ai-worklog.yml body.md
`

const formats = ['text', 'json', 'jsonl', 'github'] as const
const modes = ['observe', 'warn', 'enforce'] as const satisfies readonly Mode[]

/** Runs `check`; resolves to the exit code. */
export async function runCheck(args: readonly string[], environment: Environment): Promise<number> {
  const parsed = readArguments(
    'check',
    args,
    ['policy', 'mode', 'template', 'head-ref', 'format'],
    ['explain'],
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
  const templates = await loadTemplates(parsed.values.template ?? [], environment)
  const policy = await loadPolicy(parsed.values.policy ?? [], mode, environment)
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
  const checks: Check[] = []
  for (const file of files) {
    const result = check(createPullRequest({ body: await readText(file, environment), headRef }))
    checks.push(result)
    const gap = checks.length > 1 ? '\n' : ''
    if (format === 'text') await write(environment.stdout, `${gap}${formatText(result, file, environment)}\n`)
    if (isExplained) {
      const color = hasColor(environment)
      await write(environment.stdout, `\n${escapeLines(formatExplanation(result, { color, redaction }))}\n`)
    }
    if (format === 'github') await write(environment.stdout, formatCommands(result))
  }
  if (format === 'json') await write(environment.stdout, formatJson(checks, redaction))
  return checks.some(({ result }) => result === 'fail') ? 1 : 0
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

function formatText(check: Check, file: string, environment: Environment): string {
  const name = file === '-' ? 'standard input' : file
  return escapeLines(formatCheck(check, { color: hasColor(environment), name }))
}

/** One record, or a list of several. */
function formatJson(checks: readonly Check[], redaction: Redaction): string {
  const records = checks.map(({ record }) => record)
  const [only, ...more] = records
  return only && more.length === 0 ? serializeRecord(only, redaction) : serializeRecords(records, redaction)
}
