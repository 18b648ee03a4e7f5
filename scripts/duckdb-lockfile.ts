// dataset/package.json and dataset/package-lock.json, from which the dataset action installs DuckDB: of the project's own
// lockfile the part that DuckDB needs, so that both always have the same versions and sums.

import * as v from 'valibot'

const duckdb = '@duckdb/node-api'

const packageSchema = v.looseObject({
  version: v.string(),
  dependencies: v.optional(v.record(v.string(), v.string()), {}),
  optionalDependencies: v.optional(v.record(v.string(), v.string()), {}),
})
const lockfileSchema = v.looseObject({
  lockfileVersion: v.number(),
  packages: v.record(v.string(), v.looseObject({})),
})

/** Both files by path, of the text of the project's complete `package-lock.json`. */
export function createDuckdbFiles(text: string): Map<string, string> {
  const { lockfileVersion, packages } = v.parse(lockfileSchema, JSON.parse(text))
  const kept = new Map<string, unknown>()
  const visit = (name: string, isOptional: boolean) => {
    const path = `node_modules/${name}`
    const found = packages[path]
    if (found === undefined) throw new Error(`\`${name}\` is not in \`package-lock.json\``)
    if (kept.has(path)) return
    const { dependencies, optionalDependencies } = v.parse(packageSchema, found)
    // What the project may do without, its dataset cannot.
    const { optional: _, dev: __, ...rest } = found
    kept.set(path, isOptional ? { ...rest, optional: true } : rest)
    for (const each of Object.keys(dependencies)) visit(each, isOptional)
    for (const each of Object.keys(optionalDependencies)) visit(each, true)
  }
  visit(duckdb, false)
  const { version } = v.parse(packageSchema, packages[`node_modules/${duckdb}`])
  const root = { name: 'ai-worklog-dataset', license: 'MIT', dependencies: { [duckdb]: version } }
  const sorted = [...kept].sort(([a], [b]) => a.localeCompare(b, 'en'))
  return new Map([
    ['dataset/package.json', serialize({ private: true, ...root })],
    [
      'dataset/package-lock.json',
      serialize({
        name: root.name,
        lockfileVersion,
        requires: true,
        packages: { '': root, ...Object.fromEntries(sorted) },
      }),
    ],
  ])
}

function serialize(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
