import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isOfClosedSet } from '../../../src/core/redact/closed-sets.ts'

interface Node {
  $ref?: string
  enum?: unknown[]
  const?: unknown
  format?: string
  properties?: Record<string, Node>
  items?: Node
  anyOf?: Node[]
  oneOf?: Node[]
  $defs?: Record<string, Node>
}

const file = join(import.meta.dirname, '../../../schema/record.v1.schema.json')
const schema: Node = JSON.parse(readFileSync(file, 'utf8'))

test('the fields whose values the schema lists are those that stay', () => {
  const listed = [...listClosed(schema, '', '')]
  assert.ok(listed.length > 20)
  const missing = listed.filter(({ parent, key }) => !isOfClosedSet(parent, key))
  assert.deepEqual(missing, [])
})

function* listClosed(node: Node, parent: string, key: string): Generator<{ parent: string; key: string }> {
  const target = node.$ref ? schema.$defs?.[node.$ref.split('/').at(-1) ?? ''] : undefined
  if (target) yield* listClosed(target, parent, key)
  if (node.enum || node.const !== undefined || node.format) yield { parent, key }
  for (const each of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) yield* listClosed(each, parent, key)
  if (node.items) yield* listClosed(node.items, parent, key)
  for (const [name, each] of Object.entries(node.properties ?? {})) yield* listClosed(each, key, name)
}
