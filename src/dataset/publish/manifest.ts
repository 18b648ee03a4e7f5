// manifest.json: what a version holds, for programs; the next run reads it, and so does whoever checks a copy.

import * as v from 'valibot'
import { UsageError } from '../../report/usage-error.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const version = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/))
const split = v.picklist(['train', 'validation', 'test'])
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const changes = v.object({ added: count, changed: count, removed: count, redacted: count })
// Never absolute, never out of the folder.
const path = v.pipe(v.string(), v.regex(/^(?![/.])(?!.*\/\.)[\w./-]+$/))

const file = v.object({
  path,
  bytes: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Null for what is no table. */
  rows: v.nullable(count),
})

const manifestSchema = v.object({
  format_version: v.literal(1),
  name: v.string(),
  version,
  previous_version: v.nullable(version),
  as_of: v.pipe(v.string(), v.isoTimestamp()),
  tool: v.object({ name: v.string(), version: v.string() }),
  schema_version: v.string(),
  redaction: v.object({
    ruleset: v.nullable(v.string()),
    counts: v.array(v.object({ rule: v.string(), count })),
  }),
  options: v.object({
    authors: v.picklist(['login', 'pseudonym', 'omit']),
    audience: v.picklist(['team', 'public']),
    split_by: v.picklist(['repository', 'pull_request']),
    ratios: v.object({ train: share, validation: share, test: share }),
  }),
  repositories: count,
  /** `name` is null unless every record is public. */
  sources: v.array(v.object({ kind: v.string(), name: v.nullable(v.string()), count })),
  visibility: v.array(v.object({ visibility: v.nullable(v.string()), count })),
  licenses: v.array(v.object({ license: v.nullable(v.string()), count })),
  consent: v.array(v.object({ training: v.string(), count })),
  changes,
  excluded: v.array(v.object({ reason: v.string(), count })),
  tables: v.array(
    v.object({
      name: v.string(),
      kind: v.picklist(['table', 'view']),
      rows: count,
      splits: v.array(v.object({ split, rows: count })),
    }),
  ),
  /** Sorted by path; the manifest itself is not listed. */
  files: v.array(file),
})

/** The manifest of one version of a dataset. */
export type Manifest = v.InferOutput<typeof manifestSchema>

/**
 * Reads a manifest.json. `name` is what messages call it, such as its path. Throws a {@link UsageError} when it is not one
 * that this version of the program can read.
 */
export function readManifest(text: string, name: string): Manifest {
  const remedy = 'Restore the file, or use another store.'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UsageError(`Cannot read \`${name}\`: it is not JSON. ${remedy}`)
  }
  const format = v.safeParse(v.object({ format_version: v.number() }), value)
  if (format.success && format.output.format_version > 1) {
    throw new UsageError(
      `Cannot read \`${name}\`: its \`format_version\` is ${format.output.format_version}, and this program knows 1. Use a newer ai-worklog.`,
    )
  }
  const result = v.safeParse(manifestSchema, value, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const place = v.getDotPath(issue) ?? 'the whole'
  throw new UsageError(`Cannot read \`${name}\`: unexpected value at \`${place}\`. ${remedy}`)
}
