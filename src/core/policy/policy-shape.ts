// Which keys a policy has and how they nest, taken from the schema. Maps, because the keys looked up are outside
// data: `constructor` must be as unknown as any other.

import { policySchema } from './policy-schema.ts'
import { suggestValue } from './suggest-value.ts'

/** The keys of a mapping in order; null stands for a value that is not a mapping with fixed keys. */
export interface PolicyShape extends ReadonlyMap<string, PolicyShape | null> {}

/** The shape of a whole policy file. */
export const policyShape: PolicyShape = shapeOf(policySchema) ?? new Map()

/** The full name of the key somebody meant by `key` in the mapping at `path`, or null. */
export function suggestKey(path: readonly string[], key: string, shape: PolicyShape): string | null {
  const sibling = suggestValue(key, [...shape.keys()])
  if (sibling !== null) return [...path, sibling].join('.')
  // The right key one level too high or too low.
  return (
    listPaths(policyShape)
      .find((known) => known.at(-1) === key)
      ?.join('.') ?? null
  )
}

function listPaths(shape: PolicyShape, path: readonly string[] = []): string[][] {
  return [...shape].flatMap(([key, child]) => [
    [...path, key],
    ...(child === null ? [] : listPaths(child, [...path, key])),
  ])
}

function shapeOf(schema: unknown): PolicyShape | null {
  if (typeof schema !== 'object' || schema === null) return null
  if ('wrapped' in schema) return shapeOf(schema.wrapped)
  // A word or a mapping.
  if ('type' in schema && schema.type === 'union' && 'options' in schema && Array.isArray(schema.options)) {
    return schema.options.map(shapeOf).find((shape) => shape !== null) ?? null
  }
  if (!('entries' in schema) || typeof schema.entries !== 'object' || schema.entries === null) return null
  return new Map(Object.entries(schema.entries).map(([key, entry]) => [key, shapeOf(entry)]))
}
