// Secrets of all kinds, and ways to plant them in every field of a transcript.

import { isJsonObject } from '../../src/core/json.ts'

/** What no output may hold, whole or in pieces, and the text it is planted in. */
export interface Secret {
  core: string
  text: string
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A made-up secret of a kind for each number: put together here, so that no scanner takes this file for a leak. */
export function makeSecret(number: number): Secret {
  const core = makeCore(number, 40)
  const kind = kinds[number % kinds.length]
  return { core, text: kind ? kind(core) : core }
}

const kinds: readonly ((core: string) => string)[] = [
  (core) => `gh${'p_'}${core.slice(0, 36)}`,
  (core) => `sk-${'ant-api03-'}${core}`,
  (core) => `xox${'b-'}4827150396841-${core}`,
  (core) => `export API_TOKEN=${core}`,
  (core) => `post${'gres://'}app:${core}@db.internal/shop`,
  (core) => `Authorization: Bearer ${core}`,
  (core) => `ey${'JhbGciOiJIUzI1NiJ9'}.eyJzdWIiOiIxIn0${core}.${core}`,
  (core) => `npm${'_'}${core.slice(0, 36)}`,
  (core) => `password: "${core}"`,
  (core) => `AI${'za'}${core.slice(0, 35)}`,
  (core) => `-----BEGIN ${'PRIVATE'} KEY-----\n${core}${core}\n${core}\n-----END ${'PRIVATE'} KEY-----`,
]

function makeCore(number: number, length: number): string {
  let state = (number + 1) * 2_654_435_761
  let core = ''
  while (core.length < length) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    core += letters.charAt((state >>> 16) % letters.length)
  }
  return core
}

/** Where `output` holds eight characters or more of one of `secrets`, also broken into lines: each once, with what is around. */
export function findPieces(output: string, secrets: readonly Secret[]): string[] {
  const pieces = new Map<string, string>()
  for (const { core } of secrets)
    for (let at = 0; at + 8 <= core.length; at++) pieces.set(core.slice(at, at + 8), core)
  const found = new Map<string, string>()
  for (const text of [output, output.replace(/[^A-Za-z0-9]+/g, '')]) {
    for (let at = 0; at + 8 <= text.length; at++) {
      const core = pieces.get(text.slice(at, at + 8))
      if (core !== undefined && !found.has(core)) found.set(core, text.slice(Math.max(0, at - 80), at + 80))
    }
  }
  return [...found.values()]
}

/** Tells where a text may go: by the key it stands under, null in plain text. */
export type Wants = (key: string | null, value: string) => boolean

/** `text` with what `plant` makes of each of its strings that are wanted: of JSON, of rows, of lines. */
export function plantIn(text: string, path: string, wants: Wants, plant: (value: string) => string): string {
  if (!/\.(?:jsonl?|md|txt)$/.test(path)) return text
  if (/\.(?:md|txt)$/.test(path)) {
    return text
      .split('\n')
      .map((line) => (line.trim() !== '' && wants(null, line) ? plant(line) : line))
      .join('\n')
  }
  const whole = parse(text)
  if (whole !== undefined) return JSON.stringify(plantInValue(whole, null, wants, plant))
  return text
    .split('\n')
    .map((line) => {
      const row = parse(line)
      return row === undefined ? line : JSON.stringify(plantInValue(row, null, wants, plant))
    })
    .join('\n')
}

/** The keys that hold strings in `text`. */
export function listKeys(text: string, path: string): Set<string> {
  const keys = new Set<string>()
  plantIn(
    text,
    path,
    (key) => {
      if (key !== null) keys.add(key)
      return false
    },
    (value) => value,
  )
  return keys
}

function plantInValue(
  value: unknown,
  key: string | null,
  wants: Wants,
  plant: (value: string) => string,
): unknown {
  if (Array.isArray(value)) return value.map((item) => plantInValue(item, key, wants, plant))
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, plantInValue(inner, name, wants, plant)]),
    )
  }
  if (typeof value !== 'string') return value
  // Some keep JSON in strings, such as the columns of a database.
  const inner = /^\s*[[{]/.test(value) ? parse(value) : undefined
  if (inner !== undefined && typeof inner === 'object')
    return JSON.stringify(plantInValue(inner, key, wants, plant))
  return wants(key, value) ? plant(value) : value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
