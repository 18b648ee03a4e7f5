// The JSON Schema of the report, made from the queries whose rows it holds. Objects stay open: readers must accept the
// fields of later minor versions.

import { coveredLists } from '../../src/dataset/report/queries/coverage.ts'
import { overview } from '../../src/dataset/report/queries/overview.ts'
import { reportLists } from '../../src/dataset/report/queries.ts'
import { smallCount } from '../../src/dataset/report/rates.ts'
import type { ReportColumn, ReportQuery } from '../../src/dataset/report/report-query.ts'
import { type JsonSchema, tidySchema } from './json-schema.ts'
import { schemaId } from './schema-id.ts'

/** JSON Schema 2020-12 of `report.json`. */
export function createReportJsonSchema(): JsonSchema {
  const lists = Object.entries(reportLists).map(([name, query]): [string, JsonSchema] => [
    name,
    listOf(query),
  ])
  return tidySchema({
    ...schemaId('report.v1'),
    title: 'ai-worklog report',
    description:
      'Counts over the records of many pull requests. Rates are left to the reader: each has its counts.',
    ...object({
      schema_version: {
        description: 'Version of this format: major.minor. Additions are a minor version.',
        const: '1.0',
      },
      dataset_version: {
        description: 'Version of the dataset it is of; null when of none.',
        type: ['string', 'null'],
      },
      as_of: {
        description: 'The time that counted as now, UTC.',
        type: ['string', 'null'],
        format: 'date-time',
      },
      small_count: {
        description: `Counts below this many are single cases, not findings; ${smallCount} in this version.`,
        type: 'integer',
        minimum: 1,
      },
      overview: { description: overview.description, ...rowOf(overview) },
      coverage: { description: 'Of how many a field is known.', type: 'array', items: coverage },
      ...Object.fromEntries(lists),
    }),
  })
}

const amount: JsonSchema = { type: 'integer', minimum: 0 }

const coverage = object({
  of: {
    description: 'What is counted: the pull requests, or the rows of a list of the record.',
    enum: ['pull_requests', ...Object.keys(coveredLists)],
  },
  field: { description: 'As the record calls it.', type: 'string' },
  total: { description: 'How many there are.', ...amount },
  known: { description: 'Of how many it is known.', ...amount },
  pull_requests: { description: 'In how many pull requests it is known at least once.', ...amount },
})

function listOf(query: ReportQuery): JsonSchema {
  return {
    description: query.description,
    ...object({
      total: { description: 'Rows there are; more than are listed when the list is cut.', ...amount },
      rows: { description: 'In a fixed order.', type: 'array', items: rowOf(query) },
    }),
  }
}

function rowOf({ columns }: ReportQuery): JsonSchema {
  const shown = columns.filter(({ name }) => name !== 'of_rows')
  return object(Object.fromEntries(shown.map((column) => [column.name, typeOf(column)])))
}

function typeOf({ type, description }: ReportColumn): JsonSchema {
  if (type === 'int64') return { description, ...amount }
  return { description, type: [type === 'int32' ? 'integer' : 'string', 'null'] }
}

function object(properties: Record<string, JsonSchema>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties) }
}
