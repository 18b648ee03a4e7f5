// What the SELECTs read on Spark.

import { stagedTables } from '../../tables/staged.ts'
import { diffColumns, paramColumns, previousColumns } from '../inputs.ts'
import type { SparkInput } from './render-spark-script.ts'

/** `staged_<table>`, `staged_diffs`, `previous` and `params`: each over the folder of its name in the staged folder. */
export const sparkInputs: readonly SparkInput[] = [
  ...[...stagedTables].map(([name, columns]) => ({ view: `staged_${name}`, folder: name, columns })),
  { view: 'staged_diffs', folder: 'diffs', columns: diffColumns },
  { view: 'previous', folder: 'previous', columns: previousColumns },
  { view: 'params', folder: 'params', columns: paramColumns },
]
