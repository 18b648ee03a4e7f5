// Tells the log what was read, and from where.

import type { Mode } from '../core/policy/policy.ts'
import type { Gathered } from './api/gather.ts'

/**
 * A few lines of text; `title` is the record's, from which is left out what must be, and `transcripts` says what was
 * read of those, null for nothing.
 */
export function describeReading(
  { pullRequest, policy }: Gathered,
  mode: Mode,
  title: string | null,
  transcripts: string | null,
): string {
  const { repository, number, bodyFrom, commits, commitsTruncated, files, filesTruncated, templates } =
    pullRequest
  return [
    `Pull request #${number} of ${repository}: ${title ?? 'no title'}`,
    `Description: ${bodyFrom === 'api' ? 'live, from the API' : 'from the event'}`,
    `Commits: ${commits.length}${commitsTruncated ? ', there are more' : ''}`,
    `Changed files: ${files.length}${filesTruncated ? ', there are more' : ''}`,
    `Templates: ${templates.length === 0 ? 'none' : templates.map(({ path }) => path).join(', ')}`,
    `Policy: ${policy.file ?? 'default'}${policy.sha === null ? '' : ` (${policy.sha.slice(0, 7)})`}, mode ${mode}`,
    ...(transcripts === null ? [] : [transcripts]),
  ].join('\n')
}
