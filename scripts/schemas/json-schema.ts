// The part of JSON Schema 2020-12 that our schemas use.

export interface JsonSchema {
  $schema?: string
  $id?: string
  $ref?: string
  title?: string
  description?: string
  type?: string | string[]
  format?: string
  const?: unknown
  enum?: unknown[]
  pattern?: string
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  maxLength?: number
  uniqueItems?: boolean
  default?: unknown
  examples?: unknown[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean
  anyOf?: JsonSchema[]
  $defs?: Record<string, JsonSchema>
}

// The order in which people read a schema; also the only keywords that may occur.
const keywords = [
  '$schema',
  '$id',
  '$ref',
  'title',
  'description',
  'type',
  'format',
  'const',
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'maxLength',
  'uniqueItems',
  'default',
  'examples',
  'items',
  'properties',
  'required',
  'additionalProperties',
  'anyOf',
  '$defs',
] as const satisfies (keyof JsonSchema)[]

/** `schema` with its keywords in reading order, and `null` folded into the type it is an alternative to. */
export function tidySchema(schema: JsonSchema): JsonSchema {
  const unknown = Object.keys(schema).find((keyword) => !(keywords as readonly string[]).includes(keyword))
  if (unknown !== undefined) throw new Error(`Unexpected keyword \`${unknown}\`: add it to JsonSchema`)
  const { items, properties, anyOf, $defs, required, ...rest } = schema
  const tidy = foldNull({
    ...rest,
    ...(items && { items: tidySchema(items) }),
    ...(properties && { properties: tidyAll(properties) }),
    ...(anyOf && { anyOf: anyOf.map(tidySchema) }),
    ...($defs && { $defs: tidyAll($defs) }),
    ...(required && required.length > 0 && { required }),
  })
  return Object.fromEntries(keywords.filter((key) => tidy[key] !== undefined).map((key) => [key, tidy[key]]))
}

function tidyAll(schemas: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, tidySchema(schema)]))
}

function foldNull(schema: JsonSchema): JsonSchema {
  const [first, second, ...others] = schema.anyOf ?? []
  if (typeof first?.type !== 'string' || second?.type !== 'null' || others.length > 0) return schema
  const { anyOf: _, ...rest } = schema
  return {
    ...first,
    ...rest,
    type: [first.type, 'null'],
    ...(first.enum && { enum: [...first.enum, null] }),
  }
}
