// Chance that can be repeated, and the alphabets that secrets are made of.

export const lower = 'abcdefghijklmnopqrstuvwxyz'
export const upper = lower.toUpperCase()
export const digits = '0123456789'
export const hex = `${digits}abcdef`
const letters = lower + upper
export const alnum = letters + digits
export const base64 = `${alnum}+/`
export const urlSafe = `${alnum}-_`

/** One seed's chance. */
export interface Random {
  /** A whole number from `least` to `most`. */
  int(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  /** `length` characters of `alphabet`. */
  text(length: number, alphabet?: string): string
}

/** Mulberry32: https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export function createRandom(seed: number): Random {
  let state = (seed * 0x9e3779b9) | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    int,
    pick: (from) => from[int(0, from.length - 1)] as (typeof from)[number],
    text: (length, alphabet = alnum) =>
      Array.from({ length }, () => alphabet[int(0, alphabet.length - 1)]).join(''),
  }
}

/** A password as people and generators make them. */
export function createPassword(random: Random): string {
  const words = ['Summer', 'dragon', 'Correct', 'horse', 'monkey', 'Winter', 'blue']
  return random.pick([
    () => random.text(random.int(12, 20)),
    () => `${random.text(random.int(10, 16))}${random.pick(['!', '#', '$', '%', '&', '*'])}${random.text(2)}`,
    () => `${random.pick(words)}${random.int(1980, 2026)}${random.pick(['!', '#', '?', '!!'])}`,
    () => `${random.pick(words)}-${random.pick(words)}-${random.int(10, 99)}`,
  ])()
}

/** A UUID, version 4. */
export function createUuid({ text }: Random): string {
  return [text(8, hex), text(4, hex), `4${text(3, hex)}`, `8${text(3, hex)}`, text(12, hex)].join('-')
}

/** Lines of base64 in the frame of a PEM file; `start` is what its kind of key begins with. */
export function createPem(random: Random, label: string, start: string, lines: number): string {
  const body = Array.from({ length: lines }, (_, index) =>
    index === 0 ? start + random.text(64 - start.length, base64) : random.text(64, base64),
  )
  return [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`].join('\n')
}
