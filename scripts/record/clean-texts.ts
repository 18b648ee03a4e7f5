// Makes recorded texts the same in every recording and on every machine: paths, ids, times and durations.

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g
/** Ids of subagents and of copies of files. */
const hash = /\ba[\da-f]{16}\b|\b[\da-f]{16}(?=@v\d)/g
const time = /20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z/g
const duration = /("[\w-]*(?:[dD]uration|DurationWithoutRetries|Ms|_ms|[cC]ostUSD|cost_usd)":)\d[\d.e-]*/g
/** Milliseconds since 1970, of this decade and the next. */
const stamp = /\b(?:1[7-9]|2[0-2])\d{11}\b/g
const start = Date.UTC(2026, 0, 1)

/**
 * `texts` by name, cleaned. `paths` are what stands for a folder of this machine, longest first. Times keep their order
 * and lie a second apart; ids are numbered as they come.
 */
export function cleanTexts(
  texts: ReadonlyMap<string, string>,
  paths: ReadonlyMap<string, string>,
): Map<string, string> {
  const times = [...new Set([...texts.values()].flatMap((text) => text.match(time) ?? []))].sort()
  const newTimes = new Map(times.map((old, index) => [old, new Date(start + index * 1000).toISOString()]))
  const ids = new Map<string, string>()
  const newId = (old: string) => {
    const known = ids.get(old) ?? `00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}`
    ids.set(old, known)
    return known
  }
  const hashes = new Map<string, string>()
  const newHash = (old: string) => {
    const known = hashes.get(old) ?? `a${String(hashes.size + 1).padStart(16, '0')}`
    hashes.set(old, known)
    return known
  }
  const clean = (text: string) => {
    let result = text
    for (const [old, now] of paths) result = result.replaceAll(old, now)
    return result
      .replace(uuid, newId)
      .replace(hash, newHash)
      .replace(time, (old) => newTimes.get(old) ?? old)
      .replace(duration, (_, key: string) => `${key}0`)
      .replace(stamp, String(start))
  }
  return new Map([...texts].map(([name, text]) => [clean(name), clean(text)]))
}
