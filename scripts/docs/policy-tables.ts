// The tables of docs/policy.md, from the published JSON Schema of the policy.

import type { JsonSchema } from '../schemas/json-schema.ts'
import { createTable } from './markdown-table.ts'

/** The keys of a policy (`policy-keys`) and its rules (`policy-rules`). */
export function createPolicyTables(schema: JsonSchema): Map<string, string> {
  const rules = Object.entries(schema.properties?.rules?.properties ?? {})
  return new Map([
    ['policy-keys', createTable(['Key', 'Type', 'Allowed', 'Default'], listKeys(schema, ''))],
    [
      'policy-rules',
      createTable(
        ['Rule', 'Default severity', 'Reports'],
        rules.map(([id, rule]) => [`\`${id}\``, formatValue(rule.default), rule.description ?? '']),
      ),
    ],
  ])
}

function listKeys(schema: JsonSchema, prefix: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, key]) => {
    // The rules have a table of their own.
    if (name === 'rules') return [['`rules.<rule>`', 'word', describeAllowed(firstOf(key)), 'see below']]
    const inner = Object.values(key.properties ?? {})
    // A mapping of lists of words is one row: its keys are what is allowed for the last part of the name.
    if (inner.length > 1 && name in placeholders && inner.every(isTexts)) {
      const placeholder = placeholders[name as keyof typeof placeholders]
      const names = Object.keys(key.properties ?? {}).map(formatValue)
      return [
        [
          `\`${prefix}${name}.${placeholder}\``,
          'list of texts',
          `\`${placeholder}\`: ${names.join(', ')}`,
          'none',
        ],
      ]
    }
    const [words, mapping] = key.anyOf ?? []
    if (words && mapping) {
      return [
        [`\`${prefix}${name}\``, 'word', describeAllowed(words), formatValue(key.default)],
        ...Object.entries(mapping.properties ?? {}).map(([kind, value]) => [
          `\`${prefix}${name}.${kind}\``,
          'word',
          describeAllowed(value),
          formatValue(value.default),
        ]),
      ]
    }
    if (key.properties) return listKeys(key, `${prefix}${name}.`)
    const { anyOf = [key] } = key
    return [
      [
        `\`${prefix}${name}\``,
        anyOf.map(describeType).join(' or '),
        anyOf.map(describeAllowed).join(', or '),
        formatValue(key.default),
      ],
    ]
  })
}

// How the table names the keys of a mapping whose values are all of one kind.
const placeholders = { headings: '<topic>', labels: '<label>' } as const

function isTexts(schema: JsonSchema): boolean {
  return schema.type === 'array' && schema.items?.enum === undefined
}

function firstOf(schema: JsonSchema): JsonSchema {
  return Object.values(schema.properties ?? {})[0] ?? {}
}

function describeType(schema: JsonSchema): string {
  if (isTexts(schema)) return `list of ${schema.items?.title ?? 'text'}s`
  if (schema.type === 'array') return 'list of words'
  if (schema.type === 'integer') return 'number'
  if (schema.const !== undefined) return 'word'
  return schema.type === 'boolean' ? 'boolean' : schema.enum ? 'word' : 'text'
}

function describeAllowed(schema: JsonSchema): string {
  if (schema.type === 'boolean') return '`true`, `false`'
  if (schema.const !== undefined) return formatValue(schema.const)
  if (schema.type === 'integer') {
    const isBounded = schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER
    return isBounded
      ? `${schema.minimum} to ${schema.maximum?.toLocaleString('en-US')}`
      : `${schema.minimum} or more`
  }
  if (schema.format === 'date') return '`YYYY-MM-DD`'
  if (schema.title === 'label') return 'the name of a label'
  if (schema.maxLength !== undefined) return `1 to ${schema.maxLength} characters on one line`
  if (isTexts(schema)) {
    const { title } = schema.items ?? {}
    return `at most ${schema.maxItems} ${title === undefined ? 'texts, each on one line' : `${title}s`}`
  }
  const values = schema.enum ?? schema.items?.enum
  if (values) return `${values.map(formatValue).join(', ')}${schema.items ? ', each once' : ''}`
  return '`owner/repository`, `owner/repository:path`, `./path`, `../path`'
}

function formatValue(value: unknown): string {
  if (value === undefined) return 'none'
  return Array.isArray(value) ? `\`[${value.join(', ')}]\`` : `\`${value}\``
}
