import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as v from 'valibot'
import { recordSchema } from '../../src/core/record/schema.ts'
import { createValidator, readSchema } from './create-validator.ts'
import { sampleRecord } from './sample-record.ts'

const validate = createValidator().compile(await readSchema('record.v1'))

/** Both schemas' answer, which must be one. */
function isRecord(value: unknown): boolean {
  const accepted = validate(value)
  assert.equal(v.is(recordSchema, value), accepted, JSON.stringify(validate.errors))
  return accepted
}

/** Every object inside `value`, with the path to it. */
function listObjects(value: unknown, path: string): [string, Record<string, unknown>][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => listObjects(item, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  const object: Record<string, unknown> = Object.fromEntries(Object.entries(value))
  const inner = Object.entries(value).flatMap(([key, child]) => listObjects(child, `${path}.${key}`))
  return [[path, object], ...inner]
}

function changed(path: string, change: (object: Record<string, unknown>) => void): unknown {
  const copy: unknown = structuredClone(sampleRecord)
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '' && key !== '$')
  change(
    keys.reduce<Record<string, unknown>>((object, key) => childOf(object, key), childOf({ copy }, 'copy')),
  )
  return copy
}

function childOf(object: Record<string, unknown>, key: string): Record<string, unknown> {
  const child = object[key]
  assert.ok(typeof child === 'object' && child !== null, key)
  // Lists too: their items are looked up by number.
  return child as Record<string, unknown>
}

describe('the record schema', () => {
  it('accepts a record', () => assert.ok(isRecord(sampleRecord)))

  it('needs every field of every struct', () => {
    for (const [path, object] of listObjects(sampleRecord, '$')) {
      for (const key of Object.keys(object)) {
        const without = changed(path, (copy) => {
          delete copy[key]
        })
        assert.ok(!isRecord(without), `${path} without ${key}`)
      }
    }
  })

  it('leaves every struct open to the fields of later versions', () => {
    for (const [path] of listObjects(sampleRecord, '$')) {
      assert.ok(isRecord(changed(path, (copy) => Object.assign(copy, { new_field: [1] }))), path)
    }
  })

  it('refuses wrong types and values', () => {
    const wrong: [path: string, fields: Record<string, unknown>][] = [
      ['$', { schema_version: '2.0' }],
      ['$', { ai_use: 'maybe' }],
      ['$', { ai_use: null }],
      ['$', { generated_at: 'yesterday' }],
      ['$', { sections: sampleRecord.sections.slice(1) }],
      ['$', { tools: null }],
      ['$.source', { pr_number: 0 }],
      ['$.source', { created_at: '2026-13-01' }],
      ['$.failures[0]', { category: 'bad_luck' }],
      ['$.failures[0]', { seq: 1.5 }],
      ['$.signals[0].place', { source: 'nowhere' }],
      ['$.completeness', { score: 101 }],
    ]
    for (const [path, fields] of wrong) {
      assert.ok(!isRecord(changed(path, (copy) => Object.assign(copy, fields))), JSON.stringify(fields))
    }
    for (const value of [null, [], 'record', {}]) assert.ok(!isRecord(value))
  })
})
