// The record's one schema: types are inferred from it, schema/record.v1.schema.json and the tables of
// docs/format.md are generated from it. Nothing at run time imports its values, only its types.

import * as v from 'valibot'
import {
  commit,
  completeness,
  consent,
  context,
  correction,
  failure,
  file,
  finding,
  link,
  outcome,
  prompt,
  redaction,
  review,
  section,
  signal,
  tool,
} from './schema-parts.ts'
import { policyState, privacy, source, sourceState } from './schema-source.ts'
import { about, nullable } from './schema-terms.ts'

const program = v.object({
  name: about(v.string(), 'Its name.'),
  version: about(v.string(), 'Its version.'),
})

/** The record of one pull request, version 1. */
export const recordSchema = v.pipe(
  v.object({
    schema_version: about(
      v.literal('1.0'),
      'Version of this format: major.minor. Additions are a minor version.',
    ),
    record_id: about(
      nullable(v.string()),
      '`host/repository_id/pr_number`, the same in every run of one pull request. The repository’s name stands in for an unknown id; null when there is no pull request number.',
    ),
    generated_at: about(v.pipe(v.string(), v.isoTimestamp()), 'When the record was made, UTC.'),
    generator: about(program, 'The program that made the record.'),
    source,
    sources: about(v.array(sourceState), 'What was read, and whether it could be.'),
    policy: policyState,
    privacy,
    ai_use: about(
      v.picklist(['used', 'none', 'unknown']),
      'Whether AI was used. Nothing said is `unknown`, never `none`.',
    ),
    ai_use_basis: about(
      nullable(v.picklist(['statement', 'signal'])),
      'What `ai_use` rests on: what the author says, or a trace of AI use. Null when `ai_use` is `unknown`.',
    ),
    extent: about(
      nullable(v.picklist(['none', 'assisted', 'generated', 'autonomous'])),
      'Level of the W3C AI Content Disclosure vocabulary, only when the author states it.',
    ),
    sections: about(v.pipe(v.array(section), v.length(6)), 'The six sections, always in this order.'),
    tools: about(
      v.array(tool),
      'One row a tool and model; at most 200. A list that was cut has a finding that says so.',
    ),
    prompts: about(v.array(prompt), 'The prompts, in order; at most 1,000.'),
    failures: about(v.array(failure), 'Failed attempts, in order; at most 1,000.'),
    corrections: about(v.array(correction), 'What humans corrected by hand, in order; at most 1,000.'),
    context,
    review,
    links: about(v.array(link), 'Sessions, transcripts and checkpoints kept elsewhere; at most 1,000.'),
    signals: about(v.array(signal), 'Traces of AI use that are not statements; at most 1,000.'),
    commits: about(v.array(commit), 'The commits, in order; at most 250.'),
    files: about(v.array(file), 'The changed files; at most 300.'),
    files_truncated: about(v.boolean(), 'True when the pull request changes more files than are listed.'),
    outcome,
    consent,
    redaction,
    findings: about(
      v.array(finding),
      'What the rules report, sorted by place; at most 500, the most severe.',
    ),
    completeness,
    drafted_by: about(nullable(program), 'The program that drafted the section, when the section says so.'),
  }),
  v.title('ai-worklog record'),
  v.description('How AI was used in one pull request: what was said, what was found, and where.'),
)

/** One record, as written by {@link createRecord}. */
export type WorklogRecord = v.InferOutput<typeof recordSchema>
