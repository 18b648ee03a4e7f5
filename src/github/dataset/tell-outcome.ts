// What the log says at the end of a build.

import type { BuildOutcome } from '../../dataset/build/build-dataset.ts'
import type { ListedProblems } from '../../dataset/build/list-problems.ts'
import { countRows } from '../../dataset/publish/dataset-description.ts'
import type { LogWriter } from '../../report/log-writer.ts'

/** `store` is the store’s name. */
export function tellOutcome(
  { version, isNew, description, facts }: BuildOutcome,
  store: string,
  { lines }: ListedProblems,
  log: LogWriter,
): void {
  if (lines.length > 0) {
    log.group('What could not be taken', () => {
      for (const line of lines) log.clean(line)
    })
  }
  if (version === null) return
  log.line(
    isNew ? `Version ${version} in ${store}` : `Nothing new: version ${version} in ${store} is up to date`,
  )
  for (const table of description?.tables ?? []) log.clean(`  ${table.name}: ${countRows(table)} rows`)
  for (const { reason, count } of facts.excluded) log.clean(`  left out: ${count} ${reason}`)
}
