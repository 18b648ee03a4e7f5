// Where the text of a query comes from.

import { readFile } from 'node:fs/promises'

/** The SELECT `name` of `src/dataset/sql/report/`. */
export function loadReportSql(name: string): Promise<string> {
  return readFile(new URL(`../sql/report/${name}.sql`, import.meta.url), 'utf8')
}
