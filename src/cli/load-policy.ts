// The policy of a CLI run: the files named by `--policy` over the defaults, and `--mode` over both.

import { dirname, join } from 'node:path'
import { defaultPolicy } from '../core/policy/default-policy.ts'
import type { Mode, Policy } from '../core/policy/policy.ts'
import { loadPatternCheck } from '../core/redact/load-redaction.ts'
import { toSafeText } from '../core/render/safe-text.ts'
import { UsageError } from '../report/usage-error.ts'
import type { Environment } from './environment.ts'
import { readText } from './read-text.ts'

/** Reads `files` in order, later over earlier. A broken policy is a usage error that lists every problem. */
export async function loadPolicy(
  files: readonly string[],
  mode: Mode | null,
  environment: Environment,
): Promise<Policy> {
  const policy = files.length === 0 ? defaultPolicy : await readFiles(files, environment)
  return mode === null ? policy : { ...policy, mode }
}

async function readFiles(files: readonly string[], environment: Environment): Promise<Policy> {
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readText(file, environment) })),
  )
  const { readPolicy } = await import('../core/policy/read-policy.ts')
  const checkPattern = await loadPatternCheck(texts.map(({ text }) => text))
  const { policy, problems, extends: base } = readPolicy(texts, checkPattern)
  if (problems.length > 0) {
    const lines = problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`)
    throw new UsageError(toSafeText(lines.join('\n')))
  }
  const [only] = files
  if (base !== null && only !== undefined && files.length === 1) {
    // One step, as in the action: what an extended file extends in turn is a problem of that file.
    if (/^\.\.?\//.test(base)) return readFiles([join(dirname(only), base), only], environment)
    throw new UsageError(
      `${files[0]}: \`extends: ${toSafeText(base)}\` is not fetched here; pass that file first: \`--policy <file> --policy ${files[0]}\``,
    )
  }
  return policy
}
