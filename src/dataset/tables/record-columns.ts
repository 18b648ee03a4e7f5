// The record's schema as columns, so that no table repeats it.

import * as v from 'valibot'
import { recordSchema } from '../../core/record/schema.ts'
import type { Column, ColumnType } from './column.ts'

/** The columns of a record, in the order of the schema; lists and structs stay nested. */
export const recordColumns: readonly Column[] = columnsOf(recordSchema)

/** The columns of the rows of list `name` of a record, such as `prompts`. */
export function rowColumns(name: string): readonly Column[] {
  const type = recordColumns.find((column) => column.name === name)?.type
  if (
    typeof type !== 'object' ||
    !('list' in type) ||
    typeof type.list !== 'object' ||
    !('struct' in type.list)
  ) {
    throw new Error(`\`${name}\` is no list of structs of the record`)
  }
  return type.list.struct
}

function columnsOf(schema: v.GenericSchema): Column[] {
  const { entries } = unwrap(schema) as v.ObjectSchema<v.ObjectEntries, undefined>
  return Object.entries(entries).map(([name, entry]) => ({
    name,
    type: typeOf(entry as v.GenericSchema),
    description: v.getDescription(entry as v.GenericSchema) ?? '',
  }))
}

function typeOf(schema: v.GenericSchema): ColumnType {
  const bare = unwrap(schema)
  switch (bare.type) {
    case 'object':
      return { struct: columnsOf(bare) }
    case 'array':
      return { list: typeOf((bare as v.ArraySchema<v.GenericSchema, undefined>).item) }
    case 'boolean':
      return 'boolean'
    case 'number':
      return 'int64'
    default:
      return isTime(schema) ? 'timestamp' : 'string'
  }
}

/** What is inside pipes and `nullable`. */
function unwrap(schema: v.GenericSchema): v.GenericSchema {
  if ('pipe' in schema) return unwrap((schema.pipe as v.GenericSchema[])[0] as v.GenericSchema)
  if (schema.type === 'nullable')
    return unwrap((schema as v.NullableSchema<v.GenericSchema, undefined>).wrapped)
  return schema
}

function isTime(schema: v.GenericSchema): boolean {
  if ('pipe' in schema)
    return (schema.pipe as v.GenericSchema[]).some(
      (step, index) => step.type === 'iso_timestamp' || (index === 0 && isTime(step)),
    )
  if (schema.type === 'nullable')
    return isTime((schema as v.NullableSchema<v.GenericSchema, undefined>).wrapped)
  return false
}
