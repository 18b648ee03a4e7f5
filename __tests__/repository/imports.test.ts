// Which part of the project may import which: data flows one way, and no file imports itself by way of others.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What each part imports of the others, from the ground up. A new arrow is a decision: write it down here. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  'src/core': [],
  'src/api': ['src/core'],
  'src/report': ['src/core'],
  'src/runtime': ['src/core', 'src/report'],
  'src/capture': ['src/core', 'src/hook', 'src/report', 'src/runtime'],
  'src/init': ['src/core', 'src/report', 'src/runtime'],
  'src/hook': ['src/core', 'src/init', 'src/runtime'],
  'src/dataset': ['src/api', 'src/core', 'src/report', 'src/runtime'],
  'src/github': ['src/api', 'src/capture', 'src/core', 'src/dataset', 'src/report', 'src/runtime'],
  'src/cli': [
    'schema',
    'src/api',
    'src/capture',
    'src/core',
    'src/dataset',
    'src/hook',
    'src/init',
    'src/report',
    'src/runtime',
  ],
  'src/check.ts': ['src/github', 'src/report'],
  'src/dataset.ts': ['src/github'],
  'src/cli.ts': ['src/cli'],
}

const parts = Object.keys(arrows)
/** The part that `file` belongs to; itself when it belongs to none. */
const partOf = (file: string) => parts.find((part) => file === part || file.startsWith(`${part}/`)) ?? file

/** Every file with those of the project that it imports, lazily and for types included. */
const imports: ReadonlyMap<string, readonly string[]> = new Map(
  ['src', 'scripts', 'eval', 'bench', 'fuzz', '__tests__'].flatMap(listFiles).map((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const named = [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*'(\.[^']+)'/g)].map(([, path = '']) => path)
    return [file, named.map((path) => posix.join(posix.dirname(file), path))]
  }),
)

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
}

/** A way from `file` back to it; null when there is none. */
function findCircle(file: string): string[] | null {
  const cameFrom = new Map<string, string>()
  const next = [file]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    for (const to of imports.get(at) ?? []) {
      if (to === file) return [file, ...wayTo(at, cameFrom)]
      if (cameFrom.has(to)) continue
      cameFrom.set(to, at)
      next.push(to)
    }
  }
  return null
}

/** The files from the start to `file`, backwards. */
function wayTo(file: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const before = cameFrom.get(file)
  return before === undefined ? [file] : [file, ...wayTo(before, cameFrom)]
}

describe('imports', () => {
  it('go from part to part as the list says', () => {
    const found = new Map(parts.map((part) => [part, new Set<string>()]))
    for (const [file, named] of imports) {
      if (!file.startsWith('src/')) continue
      for (const to of named) if (partOf(to) !== partOf(file)) found.get(partOf(file))?.add(partOf(to))
    }
    for (const [part, to] of found) assert.deepEqual([...to].sort(), arrows[part], part)
  })

  it('make no circle', () => {
    for (const file of imports.keys()) assert.equal(findCircle(file)?.join(' <- ') ?? null, null)
  })

  it('reach every file of `src`', () => {
    const reached = new Set(['src/check.ts', 'src/cli.ts', 'src/dataset.ts'])
    for (const file of reached) for (const to of imports.get(file) ?? []) reached.add(to)
    const left = [...imports.keys()].filter((file) => file.startsWith('src/') && !reached.has(file))
    assert.deepEqual(left, [])
  })
})
