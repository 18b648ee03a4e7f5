// A plan as one PySpark script, which the team’s own Spark runs.

import type { Column } from '../../tables/column.ts'
import type { Step } from '../plan.ts'
import { sparkSchema, sparkSettings } from './prelude.ts'
import { pythonLines, pythonList, pythonString } from './python-text.ts'
import { scriptBody } from './script-body.ts'

/** A view over Parquet files that the SELECTs read. */
export interface SparkInput {
  view: string
  /** Under the staged folder. */
  folder: string
  columns: readonly Column[]
}

/** A step whose rows are written. */
export interface SparkOutput {
  /** Under the results folder, such as `data/prompts`. */
  folder: string
  step: string
  /** Spark expressions, in the order of the file’s columns; `*` for all as they are. */
  select: readonly string[]
  /** The column that tells the folders apart, `split=train` and so on, and is in no file; null for one folder. */
  split: string | null
  /** Columns of the step whose order is total, nulls last; none for any order. */
  orderBy: readonly string[]
}

export interface SparkPlan {
  inputs: readonly SparkInput[]
  steps: readonly Step[]
  outputs: readonly SparkOutput[]
}

/** Folders, each a path of this machine (absolute) or a URL of a file system that Spark knows (`s3a://…`). */
export interface SparkPaths {
  staged: string
  steps: string
  results: string
}

const head = `"""The dataset of ai-worklog on Apache Spark: runs its SELECTs over staged Parquet files and writes the results as Parquet.

    spark-submit dataset.py --staged s3a://bucket/staged --steps s3a://bucket/steps --results s3a://bucket/results

All workers must be able to read and write these folders.
"""
`

/**
 * One self-contained script, for Python 3.9 and pyspark 4. Without `paths` it takes them as arguments, which also replace
 * those given here. It keeps each table in `<steps>/<name>/`, and writes the outputs into `<results>/<folder>/`, with a
 * `_SUCCESS` in each when all of it is there.
 */
export function renderSparkScript(plan: SparkPlan, paths: SparkPaths | null): string {
  return [
    head,
    tuples(
      'SETTINGS',
      sparkSettings.map((setting) => setting.map(pythonString)),
    ),
    tuples(
      'INPUTS',
      plan.inputs.map(({ view, folder, columns }) => [view, folder, sparkSchema(columns)].map(pythonString)),
    ),
    tuples(
      'STEPS',
      plan.steps.map(({ name, kind, sql }) => [
        pythonString(name),
        pythonString(kind),
        `\n${pythonLines(sql.trim(), '        ')}`,
      ]),
    ),
    tuples(
      'OUTPUTS',
      plan.outputs.map(({ folder, step, select, split, orderBy }) => [
        pythonString(folder),
        pythonString(step),
        pythonList(select),
        split === null ? 'None' : pythonString(split),
        pythonList(orderBy),
      ]),
    ),
    `PATHS = {${paths === null ? '' : (['staged', 'steps', 'results'] as const).map((key) => `${pythonString(key)}: ${pythonString(toUrl(paths[key]))}`).join(', ')}}\n`,
    scriptBody,
  ].join('\n')
}

function tuples(name: string, rows: readonly (readonly string[])[]): string {
  return `${name} = [\n${rows.map((row) => `    (${row.join(', ').replaceAll(', \n', ',\n')}),\n`).join('')}]\n`
}

// A bare path would be read on the cluster’s default file system, such as HDFS. Hadoop does not decode what follows.
function toUrl(path: string): string {
  return path.startsWith('/') ? `file:${path}` : path
}
