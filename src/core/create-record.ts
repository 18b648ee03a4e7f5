// Assembles a record from what is known of a pull request and what was read from it.

import { decideConsent, noPolicyConsent } from './consent/decide-consent.ts'
import type { Extraction } from './extract/extraction.ts'
import type { PullRequest } from './pull-request.ts'
import { assessCompleteness } from './record/assess-completeness.ts'
import type { WorklogRecord } from './record/schema.ts'

/** What a record says of its making. */
export interface RecordMaking {
  /** ISO 8601, UTC. */
  generatedAt: string
  /** Version of ai-worklog. */
  version: string
}

/** The record, with no policy applied yet. Fields stand in the order of the schema. */
export function createRecord(
  pullRequest: PullRequest,
  { rows, sources, consent, draftVersion }: Extraction,
  { generatedAt, version }: RecordMaking,
): WorklogRecord {
  return {
    schema_version: '1.0',
    record_id: createRecordId(pullRequest),
    generated_at: generatedAt,
    generator: { name: 'ai-worklog', version },
    source: createSource(pullRequest),
    sources: [...sources],
    policy: { sha: null, mode: null, result: null, exemptions: [] },
    privacy: { prompts: 'full', author: 'login' },
    ai_use: rows.ai_use,
    ai_use_basis: rows.ai_use_basis,
    extent: rows.extent,
    sections: rows.sections,
    tools: rows.tools,
    prompts: rows.prompts,
    failures: rows.failures,
    corrections: rows.corrections,
    context: rows.context,
    review: rows.review,
    links: rows.links,
    signals: rows.signals,
    commits: rows.commits,
    files: pullRequest.files.map(({ path, additions, deletions }) => ({ path, additions, deletions })),
    files_truncated: pullRequest.filesTruncated,
    outcome: {
      merged: pullRequest.state === 'closed' ? pullRequest.merged : null,
      closed_at: pullRequest.closedAt,
      reverted_by: null,
      checks: null,
      review_decision: null,
    },
    consent: decideConsent(consent, noPolicyConsent, pullRequest, generatedAt),
    redaction: { ruleset: null, counts: [] },
    findings: [],
    completeness: assessCompleteness(rows),
    drafted_by: draftVersion === null ? null : { name: 'ai-worklog', version: draftVersion },
  }
}

/** The repository's name stands in for an id that is not known. */
function createRecordId({ host, repository, repositoryId, number }: PullRequest): string | null {
  const key = repositoryId ?? repository
  return host === null || key === null || number === null ? null : `${host}/${key}/${number}`
}

function createSource(pullRequest: PullRequest): WorklogRecord['source'] {
  return {
    host: pullRequest.host,
    repository: pullRequest.repository,
    repository_id: pullRequest.repositoryId,
    visibility: pullRequest.visibility,
    license: pullRequest.license,
    pr_number: pullRequest.number,
    url: pullRequest.url,
    title: pullRequest.title,
    author: pullRequest.author?.login ?? null,
    author_type: pullRequest.authorType,
    author_association: pullRequest.authorAssociation,
    state: pullRequest.state,
    draft: pullRequest.draft,
    base_ref: pullRequest.baseRef,
    base_sha: pullRequest.baseSha,
    head_ref: pullRequest.headRef,
    head_sha: pullRequest.headSha,
    head_repository_id: pullRequest.headRepositoryId,
    merge_sha: pullRequest.mergeSha,
    created_at: pullRequest.createdAt,
    closed_at: pullRequest.closedAt,
    merged_at: pullRequest.mergedAt,
    labels: [...pullRequest.labels],
    body_from: pullRequest.bodyFrom,
    run: pullRequest.run,
  }
}
