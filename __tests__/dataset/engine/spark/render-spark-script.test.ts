import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { renderSpark } from '../../../../src/dataset/engine/spark/render-spark.ts'
import {
  renderSparkScript,
  type SparkPlan,
} from '../../../../src/dataset/engine/spark/render-spark-script.ts'
import { hostileTexts } from '../../../support/hostile-python.ts'

const plan: SparkPlan = {
  inputs: [{ view: 'staged_a', folder: 'a', columns: [{ name: 'row_id', type: 'string', description: '' }] }],
  steps: [{ name: 'first', sql: '-- One.\nSELECT "row_id"\nFROM staged_a\n', kind: 'table' }],
  outputs: [{ folder: 'data/first', step: 'first', select: ['*'], split: 'split', orderBy: ['row_id'] }],
}

describe('renderSparkScript', () => {
  it('lays the plan out as data before the program', () => {
    const script = renderSparkScript(plan, {
      staged: '/w/staged',
      steps: 's3a://b/steps',
      results: '/w/it"s',
    })
    const data = script.slice(script.indexOf('INPUTS ='), script.indexOf('\nimport argparse'))
    assert.equal(
      data,
      `INPUTS = [
    ("staged_a", "a", "\`row_id\` STRING"),
]

STEPS = [
    ("first", "table",
        "-- One.\\n"
        "SELECT \\"row_id\\"\\n"
        "FROM staged_a"),
]

OUTPUTS = [
    ("data/first", "first", ["*"], "split", ["row_id"]),
]

PATHS = {"staged": "file:/w/staged", "steps": "s3a://b/steps", "results": "file:/w/it\\"s"}

`,
    )
  })

  it('takes the paths as arguments when it is given none', () => {
    assert.match(renderSparkScript(plan, null), /\nPATHS = \{\}\n/)
  })

  it('keeps every text on its own line as a literal', () => {
    const lines = renderSparkScript(plan, null).split('\n').length
    for (const text of hostileTexts) {
      const sql = `SELECT ${text.replaceAll('\n', '')}x`
      const script = renderSparkScript({ ...plan, steps: [{ name: text, sql, kind: 'view' }] }, null)
      assert.equal(script.split('\n').length, lines - 2)
      assert.match(script.slice(script.indexOf('STEPS')), /^[\n -~]+$/)
    }
  })
})

describe('renderSpark', () => {
  it('writes every table and view, what the store keeps, and the report', async () => {
    const script = await renderSpark()
    for (const folder of [
      'data/records',
      'data/preference_openai',
      'stored',
      'exclusions',
      'report_lessons',
    ]) {
      assert.ok(script.includes(`\n    ("${folder}", `), folder)
    }
  })
})
