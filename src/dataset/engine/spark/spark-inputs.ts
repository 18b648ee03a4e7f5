// What the SELECTs read on Spark.

import { stagedTables } from '../../tables/staged.ts'
import { paramColumns, previousColumns } from '../inputs.ts'
import type { SparkInput } from './render-spark-script.ts'

/** `staged_<table>`, `previous` and `params`: each over the folder of its name in the staged folder. */
export const sparkInputs: readonly SparkInput[] = [
  ...[...stagedTables].map(([name, columns]) => ({ view: `staged_${name}`, folder: name, columns })),
  { view: 'previous', folder: 'previous', columns: previousColumns },
  { view: 'params', folder: 'params', columns: paramColumns },
]
