// The record's JSON Schema, made from the schema in src/core/record. Objects stay open: readers must accept the
// fields of later minor versions.

import { toJsonSchema } from '@valibot/to-json-schema'
import { recordSchema } from '../../src/core/record/schema.ts'
import * as parts from '../../src/core/record/schema-parts.ts'
import * as origin from '../../src/core/record/schema-source.ts'
import { type JsonSchema, tidySchema } from './json-schema.ts'
import { schemaId } from './schema-id.ts'

const definitions = {
  source: origin.source,
  source_state: origin.sourceState,
  policy: origin.policyState,
  privacy: origin.privacy,
  section: parts.section,
  tool: parts.tool,
  prompt: parts.prompt,
  failure: parts.failure,
  correction: parts.correction,
  context: parts.context,
  review: parts.review,
  link: parts.link,
  signal: parts.signal,
  commit: parts.commit,
  file: parts.file,
  outcome: parts.outcome,
  consent: parts.consent,
  redaction: parts.redaction,
  finding: parts.finding,
  completeness: parts.completeness,
  place: parts.place,
  point: parts.point,
}

/** JSON Schema 2020-12 of a record. */
export function createRecordJsonSchema(): JsonSchema {
  const converted = toJsonSchema(recordSchema, { target: 'draft-2020-12', definitions })
  return { ...tidySchema({ ...schemaId('record.v1'), ...converted } as JsonSchema) }
}
