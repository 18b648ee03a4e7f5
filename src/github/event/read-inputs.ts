// Reads the action's inputs from the environment. Wrong values are never replaced by a default: all of them
// are reported together, so that one run tells everything there is to mend.

import type { Mode } from '../../core/policy/policy.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Inputs } from './inputs.ts'
import { parsePolicyLocation } from './parse-policy-location.ts'

/** The variables of a process, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The inputs in `env`. Throws a {@link UsageError} that names every wrong one, a line each. */
export function readInputs(env: Environment): Inputs {
  const problems: string[] = []

  function read<T>(name: string, expected: string, fallback: T, parse: (text: string) => T | null): T {
    const text = (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
    if (text === '') return fallback
    const value = parse(text)
    if (value !== null) return value
    problems.push(`\`${name}\` must be ${expected}, got \`${shorten(text)}\``)
    return fallback
  }

  const inputs: Inputs = {
    githubToken: (env['INPUT_GITHUB-TOKEN'] ?? '').trim(),
    mode: read<Mode | null>('mode', '`observe`, `warn` or `enforce`', null, parseMode),
    policy: read(
      'policy',
      'a path such as `.github/ai-worklog.yml`, or `owner/repository:path`',
      null,
      parsePolicyLocation,
    ),
    pullRequest: read<number | null>('pull-request', 'the number of a pull request', null, (text) =>
      parseWholeNumber(text, Number.MAX_SAFE_INTEGER),
    ),
    upload: read('upload', '`true` or `false`', true, parseBoolean),
    artifactName: read('artifact-name', artifactNameRule, 'ai-worklog', (text) =>
      isArtifactName(text) ? text : null,
    ),
    retentionDays: read<number | null>('retention-days', 'a whole number from 1 to 400', null, (text) =>
      parseWholeNumber(text, 400),
    ),
    onUploadError: read<Inputs['onUploadError']>('on-upload-error', '`warn` or `fail`', 'warn', (text) =>
      text === 'warn' || text === 'fail' ? text : null,
    ),
    comment: read('comment', '`true` or `false`', false, parseBoolean),
    label: read<string | null>('label', 'the name of a label, at most 50 characters', null, (text) =>
      text.length <= 50 && !/\p{Cc}/u.test(text) ? text : null,
    ),
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
  return inputs
}

const artifactNameRule =
  'at most 200 characters, not only dots, and without `"`, `:`, `<`, `>`, `|`, `*`, `?`, `/`, `\\` or control characters'

// The artifact service's own rule, and, as the name is also a folder's, no name that leads elsewhere.
function isArtifactName(text: string): boolean {
  return text.length <= 200 && !/["*/:<>?\\|\p{Cc}]/u.test(text) && !/^\.+$/.test(text)
}

function parseBoolean(text: string): boolean | null {
  return text === 'true' ? true : text === 'false' ? false : null
}

function parseMode(text: string): Mode | null {
  return text === 'observe' || text === 'warn' || text === 'enforce' ? text : null
}

function parseWholeNumber(text: string, maximum: number): number | null {
  const value = /^[1-9][0-9]*$/.test(text) ? Number(text) : Number.NaN
  return value <= maximum ? value : null
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 100 ? `${line.slice(0, 100)}…` : line
}
