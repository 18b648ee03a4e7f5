// Adds to package-lock.json what a registry without every platform's packages leaves out of it: `npm ci` of npm 11
// refuses a lockfile without them, and other systems would install nothing. Run it after `npm install`:
// `npm run lockfile`. It also writes what the dataset action installs DuckDB from.

import * as v from 'valibot'
import { createDuckdbFiles } from './duckdb-lockfile.ts'
import { readProjectFile, writeGeneratedFiles } from './generated-files.ts'

const lockfileSchema = v.looseObject({
  packages: v.record(
    v.string(),
    v.looseObject({ optionalDependencies: v.optional(v.record(v.string(), v.string())) }),
  ),
})

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
const libraries = new Map([
  ['gnu', 'glibc'],
  ['gnueabihf', 'glibc'],
  ['musl', 'musl'],
  ['musleabihf', 'musl'],
])

/** `text` with an entry for each optional dependency, its platform read from its name. */
export function completeLockfile(text: string): string {
  const lockfile: unknown = JSON.parse(text)
  // Not parsed by the schema: that would change the order of keys.
  v.assert(lockfileSchema, lockfile)
  const packages = new Map<string, unknown>(Object.entries(lockfile.packages))
  for (const { optionalDependencies = {} } of Object.values(lockfile.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const path = `node_modules/${name}`
      if (!packages.has(path))
        packages.set(path, { version, ...readPlatform(name), dev: true, optional: true })
    }
  }
  const sorted = [...packages].sort(([a], [b]) => a.localeCompare(b, 'en'))
  return `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(sorted) }, null, 2)}\n`
}

function readPlatform(name: string) {
  const words = name.split(/[/-]/)
  const cpu = words.filter((word) => processors.includes(word))
  const os = words.filter((word) => systems.includes(word))
  const libc = os.includes('linux') ? words.flatMap((word) => libraries.get(word) ?? []) : []
  return Object.fromEntries(Object.entries({ cpu, os, libc }).filter(([, values]) => values.length > 0))
}

if (import.meta.main) {
  const text = await readProjectFile('package-lock.json')
  if (text === null) throw new Error('`package-lock.json` is missing')
  const lockfile = completeLockfile(text)
  const files = new Map([['package-lock.json', lockfile], ...createDuckdbFiles(lockfile)])
  await writeGeneratedFiles(files, 'npm run lockfile', process.argv.slice(2))
}
