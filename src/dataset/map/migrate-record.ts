// Records of other versions of the format, brought to the one the columns are made of.

import type { JsonObject } from '../../core/json.ts'

/** What stands between a version and the next: `1.0` → `1.1` would stand here under `1.0`. */
const steps: ReadonlyMap<string, (record: JsonObject) => JsonObject> = new Map()

const major = '1'

/**
 * `record` as the newest version that this program knows, or what is wrong with its version. A newer minor version passes:
 * its additions are kept where the whole record is, and have no columns.
 */
export function migrateRecord(record: JsonObject): { record: JsonObject } | { problem: string } {
  const version = record.schema_version
  const [, found] = typeof version === 'string' ? (/^(\d{1,4})\.\d{1,4}$/.exec(version) ?? []) : []
  if (found === undefined) return { problem: 'its `schema_version` is no version such as `1.0`' }
  if (found !== major) {
    return {
      problem: `its \`schema_version\` is \`${version}\`, this program reads \`${major}.x\`; use a release that reads it`,
    }
  }
  let current = record
  for (
    let step = steps.get(String(current.schema_version));
    step;
    step = steps.get(String(current.schema_version))
  ) {
    current = step(current)
  }
  return { record: current }
}
