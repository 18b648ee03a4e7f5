import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPlan } from '../../../../src/dataset/engine/plan.ts'
import { createReportSteps } from '../../../../src/dataset/engine/spark/report-steps.ts'

/** What DuckDB and Spark take differently or only one of them takes, and what to write. */
const traps: readonly [pattern: RegExp, instead: string][] = [
  [/\\/, 'no backslash: a literal ends elsewhere on Spark'],
  [/;/, 'one statement without a semicolon'],
  [/::/, 'CAST(x AS type)'],
  [/\b\d+\.\d+(?!e)/i, '0.5e0: a decimal has another precision on Spark'],
  [/\b(?:DATE_TRUNC|STRFTIME|DATE_FORMAT|STRING_AGG|LIST|ARRAY_AGG|UNNEST|EXPLODE)\b/i, 'no such function'],
  [/(?<!CAST\(COALESCE\()\bSUM\(/i, 'CAST(COALESCE(SUM(x), 0) AS BIGINT): a sum is HUGEINT on DuckDB'],
  [/\b(?:LENGTH|POSITION|STRPOS|INSTR|EXTRACT|CEIL|FLOOR)\s*\(/i, 'no such function: BIGINT here, INT there'],
  [/"/, 'names that need no quotes'],
]

describe('the SELECTs', () => {
  it('hold nothing that the engines take differently', async () => {
    for (const { name, sql } of [...createPlan(), ...(await createReportSteps())]) {
      const code = sql.replace(/--.*$/gm, '')
      for (const [pattern, instead] of traps) {
        assert.equal(pattern.exec(code)?.[0], undefined, `${name}: ${instead}`)
      }
    }
  })
})
