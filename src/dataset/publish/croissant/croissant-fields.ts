// Columns as fields of Croissant. A column of a file is taken by its name, what is inside a struct by a path into it.

import type { Column, ColumnType, Scalar } from '../../tables/column.ts'

/** A `cr:Field`, with its subfields. */
export interface CroissantField {
  '@type': 'cr:Field'
  '@id': string
  name: string
  description?: string
  dataType?: string
  isArray?: true
  arrayShape?: string
  source?: object
  references?: object
  subField?: CroissantField[]
}

const dataTypes: Readonly<Record<Scalar, string>> = {
  int32: 'cr:Int32',
  int64: 'cr:Int64',
  double: 'cr:Float64',
  boolean: 'sc:Boolean',
  string: 'sc:Text',
  timestamp: 'sc:DateTime',
}

/** Where a field’s value is: a column of a file set, and the steps into it; a new step begins at every list. */
interface Origin {
  fileSet: string
  column: string
  steps: readonly (readonly string[])[]
  /** Whether it is in a list. */
  listed: boolean
}

/** The fields of record set `id`, whose rows are in the files of `fileSet`. */
export function toCroissantFields(id: string, fileSet: string, columns: readonly Column[]): CroissantField[] {
  return columns.flatMap((column) =>
    toField(id, column, { fileSet, column: column.name, steps: [], listed: false }),
  )
}

/** None for a list of structs inside the structs of a list: Croissant cannot take its values out, and readers fail on it. */
function toField(parent: string, { name, type, description }: Column, origin: Origin): CroissantField[] {
  const inner = typeof type !== 'string' && 'list' in type && typeof type.list !== 'string'
  if (inner && origin.listed) return []
  const id = `${parent}/${name}`
  const about = description === '' ? {} : { description }
  return [{ '@type': 'cr:Field', '@id': id, name, ...about, ...toTyped(id, type, origin) }]
}

function toTyped(id: string, type: ColumnType, origin: Origin): Partial<CroissantField> {
  if (typeof type === 'string') return { dataType: dataTypes[type], source: toSource(origin) }
  if ('struct' in type) return { subField: toSubFields(id, type.struct, origin) }
  const array = { isArray: true, arrayShape: '-1' } as const
  // What is asked of a list is asked of each of its items.
  return { ...array, ...toTyped(id, type.list, { ...origin, steps: [...origin.steps, []], listed: true }) }
}

function toSubFields(id: string, columns: readonly Column[], origin: Origin): CroissantField[] {
  return columns.flatMap((column) =>
    toField(id, column, { ...origin, steps: enter(origin.steps, column.name) }),
  )
}

/** The steps with `name` at the end of the last one. */
function enter(steps: Origin['steps'], name: string): Origin['steps'] {
  const last = steps.at(-1) ?? []
  return [...steps.slice(0, -1), [...last, name]]
}

function toSource({ fileSet, column, steps }: Origin): object {
  const transforms = steps.filter((step) => step.length > 0).map((step) => ({ jsonPath: step.join('.') }))
  const [only, ...others] = transforms
  return {
    fileSet: { '@id': fileSet },
    extract: { column },
    ...(only === undefined ? {} : { transform: others.length === 0 ? only : transforms }),
  }
}
