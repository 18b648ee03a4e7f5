// The report’s SELECTs as steps of a plan, for an engine that is better at counting than one machine.

import { reportQueries, reportSteps } from '../../report/queries.ts'
import { loadSql } from '../../sql/load-sql.ts'
import type { Step } from '../plan.ts'

/** To be run after the steps of `createPlan`; `readReport` takes the rows of those that `reportQueries` names. */
export function createReportSteps(): Promise<Step[]> {
  const names = [...reportSteps, ...reportQueries.map(({ name }) => name)]
  return Promise.all(
    names.map(async (name): Promise<Step> => ({ name, sql: loadSql(`report/${name}`), kind: 'view' })),
  )
}
