// MinHash with locality-sensitive hashing: texts that share most runs of five words share a band with high probability.
// With 14 bands of 8 hashes a pair of similarity 0.8 is found in 92 %, one of 0.5 in 5 % of all cases.

const bands = 14
const rows = 8
const size = bands * rows
/** Words of one run. */
const run = 5

const multipliers = new Int32Array(size)
const increments = new Int32Array(size)
// Any sequence will do, but always the same one: bands of two versions of a dataset are compared.
for (let index = 0, state = 0x9e3779b9; index < size; index++) {
  state = mix(state + 0x6d2b79f5)
  multipliers[index] = state | 1
  state = mix(state + 0x6d2b79f5)
  increments[index] = state
}

const minima = new Uint32Array(size)

/** For each band a whole number under 2^52. `words` are at least five. */
export function hashBands(words: readonly string[]): number[] {
  minima.fill(0xffffffff)
  const count = words.length
  const hashes = new Int32Array(count)
  for (let index = 0; index < count; index++) hashes[index] = hashWord(words[index] as string)
  let last = 0
  for (let at = 0; at + run <= count; at++) {
    let value = 0
    for (let next = at; next < at + run; next++) {
      value = Math.imul(value ^ (hashes[next] as number), 0x01000193)
      value ^= value >>> 15
    }
    const shingle = mix(value)
    if (shingle === last) continue
    last = shingle
    for (let index = 0; index < size; index++) {
      const permuted =
        (Math.imul(shingle, multipliers[index] as number) + (increments[index] as number)) >>> 0
      if (permuted < (minima[index] as number)) minima[index] = permuted
    }
  }
  return foldBands()
}

function foldBands(): number[] {
  const folded = new Array<number>(bands)
  for (let band = 0; band < bands; band++) {
    let high = 0x811c9dc5
    let low = 0x9747b28c
    for (let index = band * rows; index < (band + 1) * rows; index++) {
      const value = minima[index] as number
      high = mix(high ^ value)
      low = mix(Math.imul(low, 31) + value)
    }
    // 20 bits and 32: what a double holds exactly.
    folded[band] = (high >>> 12) * 0x100000000 + (low >>> 0)
  }
  return folded
}

function hashWord(word: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < word.length; index++) {
    value = Math.imul(value ^ word.charCodeAt(index), 0x01000193)
  }
  return value
}

/** The finaliser of MurmurHash3: every bit of the result depends on every bit of `value`. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
