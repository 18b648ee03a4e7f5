// What the steps that follow may use: the new version's dataset and the report. The rest of the work folder goes, as what
// is in the store must not be taken in again.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildOutcome } from '../../dataset/build/build-dataset.ts'
import { serializeReport } from '../../dataset/report/report-json.ts'

export interface ResultPaths {
  /** The folder of the dataset; null when there is no new version. */
  dataset: string | null
  /** The Markdown; beside it is `report.json`. */
  report: string
}

export async function keepResults(
  { folder, report }: Pick<BuildOutcome, 'folder' | 'report'>,
  workFolder: string,
): Promise<ResultPaths> {
  for (const name of await readdir(workFolder)) {
    if (name === 'version' && folder !== null) continue
    await rm(join(workFolder, name), { recursive: true, force: true })
  }
  const reports = join(workFolder, 'report')
  await mkdir(reports, { recursive: true })
  await writeFile(join(reports, 'report.json'), serializeReport(report.json))
  const path = join(reports, 'report.md')
  await writeFile(path, report.markdown)
  return { dataset: folder === null ? null : join(folder, 'dataset'), report: path }
}
