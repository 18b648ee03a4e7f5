// Decides which policy applies: the repository's file at the tip of the base branch, the organisation's file
// it starts from, or the default. What cannot be read is a problem of the policy, never silently no policy.

import { remedyFor } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import { defaultPolicy, unreadPolicy } from '../../core/policy/default-policy.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { PolicyProblem } from '../../core/policy/policy-problem.ts'
import type { ReadPolicy } from '../../core/policy/read-policy.ts'
import { loadPatternCheck } from '../../core/redact/load-redaction.ts'
import { defaultPolicyPath, type PolicyLocation } from '../event/inputs.ts'
import { formatPolicyLocation } from '../event/parse-policy-location.ts'
import { type FileReading, readFile } from './read-file.ts'

export interface LoadedPolicy {
  policy: Policy
  /** Blob SHA of the file; null when there is none. */
  sha: string | null
  problems: PolicyProblem[]
  /** The file, as messages name it; null for the default policy. */
  file: string | null
}

export interface PolicyQuery {
  /** The pull request's repository, `owner/name`. */
  repository: string
  /** Null when unknown: the default branch then. */
  baseRef: string | null
  /** The `policy` input: null for the default place, where a file may be missing. */
  location: PolicyLocation | null
}

/** Never rejects because of what the API answers or the files hold. */
export async function loadPolicy(client: Client, query: PolicyQuery): Promise<LoadedPolicy> {
  const location = query.location ?? { repository: null, path: defaultPolicyPath }
  const file = formatPolicyLocation(location)
  const reading = await readFile(client, {
    repository: location.repository ?? query.repository,
    path: location.path,
    ref: location.repository === null ? query.baseRef : null,
  })
  if ('missing' in reading && query.location === null) {
    return { policy: defaultPolicy, sha: null, problems: [], file: null }
  }
  if (!('text' in reading)) {
    const where = location.repository === null && query.baseRef !== null ? ` at \`${query.baseRef}\`` : ''
    return { policy: unreadPolicy, sha: null, problems: [explain(reading, location, file, where)], file }
  }
  return { ...(await read(client, file, reading.text)), sha: reading.sha, file }
}

async function read(client: Client, file: string, text: string) {
  const { readPolicy } = await import('../../core/policy/read-policy.ts')
  const own = readPolicy([{ file, text }], await loadPatternCheck([text]))
  if (own.extends === null) return { policy: own.policy, problems: own.problems }
  const base = parseExtends(own.extends)
  if (base === null) {
    const message = `\`extends: ${own.extends}\` works on the command line only: name \`owner/repository\` or \`owner/repository:path\``
    return withProblem(own, { file, line: 1, column: 1, message })
  }
  const baseFile = formatPolicyLocation(base)
  const reading = await readFile(client, { repository: base.repository, path: base.path, ref: null })
  if ('text' in reading) {
    const files = [
      { file: baseFile, text: reading.text },
      { file, text },
    ]
    const { policy, problems } = readPolicy(files, await loadPatternCheck([reading.text, text]))
    return { policy, problems }
  }
  return withProblem(own, explain(reading, base, baseFile, `, which \`${file}\` extends`))
}

/** The policy for one that cannot be read, in the mode that was asked for. */
function withProblem({ policy, problems }: ReadPolicy, problem: PolicyProblem) {
  return { policy: { ...unreadPolicy, mode: policy.mode }, problems: [...problems, problem] }
}

/** `owner/repository`, with the default path, or `owner/repository:path`; null for a path beside the file. */
function parseExtends(text: string): { repository: string; path: string } | null {
  if (text.startsWith('.')) return null
  const [repository = text, path = defaultPolicyPath] = text.split(':')
  return { repository, path }
}

function explain(
  reading: Exclude<FileReading, { text: string }>,
  { repository }: PolicyLocation,
  file: string,
  where: string,
): PolicyProblem {
  const cannot = (reason: string) => ({
    file,
    line: 1,
    column: 1,
    message: `Cannot read \`${file}\`${where}: ${reason}`,
  })
  if ('unusable' in reading) return cannot(`${reading.unusable}.`)
  if ('missing' in reading) {
    return cannot(
      repository === null
        ? 'there is no such file.'
        : `there is no such file, or \`github-token\` may not read \`${repository}\`. Make that repository public, or give the input \`github-token\` a token that can read it.`,
    )
  }
  const remedy =
    repository === null
      ? remedyFor(reading.failure, 'contents: read')
      : `Give the input \`github-token\` a token that can read \`${repository}\`.`
  return cannot(`${reading.failure.reason}. ${remedy}`)
}
