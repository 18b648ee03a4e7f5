// The field tables of docs/format.md, from the published JSON Schema of the record.

import type { JsonSchema } from '../schemas/json-schema.ts'
import { createTable } from './markdown-table.ts'

/** One table for the record itself (`record`) and one for each struct (`struct-<name>`). */
export function createRecordTables(schema: JsonSchema): Map<string, string> {
  const defs = schema.$defs ?? {}
  const structs = Object.entries(defs)
  return new Map([
    ['record', createFieldTable(schema, defs)],
    ...structs.map(([name, struct]): [string, string] => [`struct-${name}`, createFieldTable(struct, defs)]),
  ])
}

type Definitions = NonNullable<JsonSchema['$defs']>

function createFieldTable(struct: JsonSchema, defs: Definitions): string {
  return createTable(['Field', 'Type', 'Meaning'], listFields(struct, '', defs))
}

/** The fields of a struct; those of unnamed structs inside follow with their path. */
function listFields(struct: JsonSchema, prefix: string, defs: Definitions): string[][] {
  return Object.entries(struct.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`
    const inner = field.items?.properties ? `${path}[].` : `${path}.`
    return [
      [`\`${path}\``, describeType(field), field.description ?? describeStruct(field, defs)],
      ...listFields(field.items?.properties ? field.items : field, inner, defs),
    ]
  })
}

/** What a field that is a struct of its own says of itself. */
function describeStruct({ $ref }: JsonSchema, defs: Definitions): string {
  return defs[$ref?.replace('#/$defs/', '') ?? '']?.description ?? ''
}

function describeType(schema: JsonSchema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '')
    return `[${name}](#${name})`
  }
  if (schema.anyOf) return schema.anyOf.map(describeType).join(' or ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum) return schema.enum.map((value) => (value === null ? 'null' : `\`${value}\``)).join(', ')
  return [schema.type ?? []]
    .flat()
    .map((type) => describeSimpleType(type, schema))
    .join(' or ')
}

function describeSimpleType(type: string, schema: JsonSchema): string {
  if (type === 'array') return `list of ${describeType(schema.items ?? {})}`
  if (type === 'object') return 'struct'
  if (schema.format === 'date-time' && type === 'string') return 'time'
  if (type !== 'integer') return type
  return schema.maximum === undefined
    ? `integer from ${schema.minimum}`
    : `integer from ${schema.minimum} to ${schema.maximum}`
}
