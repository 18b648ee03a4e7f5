// The JSON Schema of `.github/ai-worklog.yml`, made from the schema, the defaults and the rules in
// src/core/policy. Editors complete and explain keys and values with it.

import { toJsonSchema } from '@valibot/to-json-schema'
import { defaultPolicy } from '../../src/core/policy/default-policy.ts'
import { policySchema } from '../../src/core/policy/policy-schema.ts'
import { rules } from '../../src/core/policy/rules/rules.ts'
import { type JsonSchema, tidySchema } from './json-schema.ts'
import { schemaId } from './schema-id.ts'

/** JSON Schema 2020-12 of a policy file. */
export function createPolicyJsonSchema(): JsonSchema {
  const converted = toJsonSchema(policySchema, {
    target: 'draft-2020-12',
    // The one check of items is that none is repeated, and the one of a text that it is a date there is.
    overrideAction: ({ valibotAction: { type }, jsonSchema }) => {
      if (type === 'check_items') return { ...jsonSchema, uniqueItems: true }
      return type === 'check' ? { ...jsonSchema, format: 'date' } : undefined
    },
  })
  const schema = { ...schemaId('policy.v1'), ...converted } as JsonSchema
  // As a file would say them.
  addDefaults(schema, { ...defaultPolicy, trailers: 'allow', consent: { training: 'unset' } })
  for (const { id, summary } of rules) {
    const rule = schema.properties?.rules?.properties?.[id]
    if (rule) rule.description = summary
  }
  return tidySchema(schema)
}

function addDefaults(schema: JsonSchema, value: unknown): void {
  if (schema.properties === undefined) {
    schema.default = value
    // A word for all keys of a mapping, or a word for each.
    for (const key of Object.values(schema.anyOf?.[1]?.properties ?? {})) key.default = value
    return
  }
  for (const [key, child] of Object.entries(typeof value === 'object' && value !== null ? value : {})) {
    const property = schema.properties[key]
    if (property === undefined) throw new Error(`The policy schema has no key \`${key}\``)
    addDefaults(property, child)
  }
  // Lists that the defaults leave out, as a repository's own words, are empty.
  for (const [key, property] of Object.entries(schema.properties)) {
    if (property.type === 'array' && key !== 'extends') property.default ??= []
  }
}
