// Reads JSON from outside: every value is `unknown` until one of these has looked at it.

export interface JsonObject {
  readonly [key: string]: unknown
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object at `key`, or null. */
export function readObject(from: JsonObject | null, key: string): JsonObject | null {
  const value = read(from, key)
  return isJsonObject(value) ? value : null
}

/** The objects in the list at `key`; what is no object is left out. */
export function readObjects(from: JsonObject | null, key: string): JsonObject[] {
  const value = read(from, key)
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

/** The string at `key`, or null. */
export function readString(from: JsonObject | null, key: string): string | null {
  const value = read(from, key)
  return typeof value === 'string' ? value : null
}

/** The string at `key` when it is one of `allowed`, or null. */
export function readChoice<T extends string>(
  from: JsonObject | null,
  key: string,
  allowed: readonly T[],
): T | null {
  const value = readString(from, key)
  return allowed.find((choice) => choice === value) ?? null
}

/** The whole number from 0 at `key`, or null. */
export function readCount(from: JsonObject | null, key: string): number | null {
  const value = read(from, key)
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}

/** The boolean at `key`, or null. */
export function readBoolean(from: JsonObject | null, key: string): boolean | null {
  const value = read(from, key)
  return typeof value === 'boolean' ? value : null
}

function read(from: JsonObject | null, key: string): unknown {
  return from !== null && Object.hasOwn(from, key) ? from[key] : undefined
}
