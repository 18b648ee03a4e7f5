// `ai-worklog report`. Its code, and DuckDB, are loaded only when it runs.

import { useProxy } from '../api/use-proxy.ts'
import { sourceOptions } from './dataset/help.ts'
import type { Environment } from './environment.ts'

export const reportHelp = `Usage: ai-worklog report [options] [file …]

Says how AI was used across many pull requests: adoption, tools and versions, where AI fails, what people correct and why,
and what they learned, with links. Without files and repositories it is that of the newest dataset in the store.

${sourceOptions}
Options:
  --store <place>            a store of \`dataset build\` (default: ./ai-worklog-store when nothing else is named)
  --format <format>          markdown | json (default: markdown)
  --opt-out <file>           as in \`dataset build\`
  --allow-private            let private repositories stand beside public ones
  --work-dir <folder>        for what is in progress; what was fetched is kept there when a run stops
  --as-of <time>             the time to count from (default: now)
  --help                     this text

Nothing is written but the work folder. Exit codes: 0 fine, 2 wrong arguments, input or store, 130 interrupted.

Examples:
  ai-worklog report examples/dataset
  ai-worklog report --repository octo/app --history >> "$GITHUB_STEP_SUMMARY"
`

/** Runs \`report\`; resolves to the exit code. */
export async function runReport(args: readonly string[], environment: Environment): Promise<number> {
  useProxy(environment.env)
  return (await import('./dataset/print-report.ts')).printReport(args, environment)
}
