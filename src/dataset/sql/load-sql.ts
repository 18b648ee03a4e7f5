// The text of the SELECTs. The build puts them into the bundles in place of this file: scripts/inline-sql.ts.

import { readFileSync } from 'node:fs'

/** The SELECT in `<path>.sql` of this folder, such as `steps/chosen`, without white space around it. */
export function loadSql(path: string): string {
  return readFileSync(new URL(`./${path}.sql`, import.meta.url), 'utf8').trim()
}
