// The script that `--render spark` prints.

import { publishedTables } from '../../tables/published.ts'
import { createPlan } from '../plan.ts'
import { renderSparkScript } from './render-spark-script.ts'
import { createReportSteps } from './report-steps.ts'
import { sparkInputs } from './spark-inputs.ts'
import { publishedOutput, stepOutput } from './spark-outputs.ts'

/** One PySpark script for a Spark of the team’s own: staged tables in, every table, view and count of the report out. */
export async function renderSpark(): Promise<string> {
  const report = await createReportSteps()
  const steps = [...createPlan(), ...report]
  const kept = ['stored', 'test_list', 'exclusions', 'changes', 'facts', 'unsettled']
  const outputs = [
    ...publishedTables.map(publishedOutput),
    ...[...kept, ...report.map(({ name }) => name)].map(stepOutput),
  ]
  return renderSparkScript({ inputs: sparkInputs, steps, outputs }, null)
}
