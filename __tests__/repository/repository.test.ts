// What must hold for the project's own files.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { completeLockfile } from '../../scripts/complete-lockfile.ts'
import { createDuckdbFiles } from '../../scripts/duckdb-lockfile.ts'
import { version } from '../../src/core/record/version.ts'
import { readAction } from '../support/workflow.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const list = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
const sources = list('src')

interface LockedPackage {
  resolved?: string
  link?: boolean
  integrity?: string
  optional?: boolean
  cpu?: string[]
}

describe('versions', () => {
  it('of the records and of the package are one', () => {
    assert.equal(JSON.parse(read('package.json')).version, version)
  })

  it('have an entry in the changelog', () => {
    assert.match(
      read('CHANGELOG.md'),
      new RegExp(`^## (?:Unreleased|${version.replaceAll('.', '\\.')})\\b`, 'm'),
    )
  })
})

describe('package-lock.json', () => {
  const text = read('package-lock.json')
  const packages: Record<string, LockedPackage> = JSON.parse(text).packages

  it('has no download addresses', () => {
    const resolved = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)
    assert.deepEqual(resolved, [
      ['node_modules/@ai-worklog/node24', { resolved: 'scripts/node24', link: true }],
    ])
  })

  it('has the hash of everything but what only other systems install', () => {
    for (const [path, { integrity, link, optional, cpu }] of Object.entries(packages)) {
      if (!path.startsWith('node_modules/') || link) continue
      if (integrity === undefined) assert.ok(optional && cpu !== undefined, path)
      else assert.match(integrity, /^sha512-/, path)
    }
  })

  it('has the packages of every system', () => {
    assert.equal(completeLockfile(text), text, 'run `npm run lockfile`')
  })

  it('pins every dependency to one version', () => {
    const { devDependencies, dependencies } = JSON.parse(read('package.json'))
    assert.equal(dependencies, undefined)
    for (const [name, range] of Object.entries(devDependencies)) {
      assert.match(String(range), /^\d+\.\d+\.\d+$/, name)
    }
  })
})

describe('dataset/package-lock.json', () => {
  it('has what the project has of DuckDB, with every hash and no address', () => {
    const files = createDuckdbFiles(read('package-lock.json'))
    assert.deepEqual([...files.keys()], ['dataset/package.json', 'dataset/package-lock.json'])
    for (const [path, text] of files) assert.equal(read(path), text, 'run `npm run lockfile`')
    const { dependencies } = JSON.parse(read('dataset/package.json'))
    assert.deepEqual(dependencies, JSON.parse(read('package.json')).optionalDependencies)
    const packages: Record<string, LockedPackage> = JSON.parse(read('dataset/package-lock.json')).packages
    const { '': _, ...installed } = packages
    assert.equal(Object.keys(installed).length, 11)
    for (const [path, { integrity, resolved }] of Object.entries(installed)) {
      assert.match(integrity ?? '', /^sha512-/, path)
      assert.equal(resolved, undefined, path)
    }
  })
})

describe('src', () => {
  it('has no file of more than 300 lines', () => {
    for (const path of sources) {
      const lines = read(path).trimEnd().split('\n').length
      assert.ok(lines <= 300, `${path}: ${lines}`)
    }
  })

  it('has nothing unfinished', () => {
    for (const path of sources) {
      const comments =
        read(path)
          .match(/(?:\/\/|^ ?\*).*/gm)
          ?.join('\n') ?? ''
      assert.doesNotMatch(comments, /\b(?:TODO|FIXME|XXX|HACK)\b/, path)
      assert.doesNotMatch(read(path), /\bnot (?:yet )?implemented\b|\bstub\b/i, path)
    }
  })

  it('is pure in core', () => {
    for (const path of sources.filter((each) => each.startsWith('src/core/'))) {
      const text = read(path)
      for (const [, source = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
        assert.doesNotMatch(source, /^(?:node:|@actions\/|@octokit\/)/, path)
      }
      assert.doesNotMatch(
        text,
        /\bprocess\.(?!getBuiltinModule\b)|\bDate\.now\(|\bnew Date\(\)|\bfetch\(/,
        path,
      )
    }
  })

  it('prints only through the writers', () => {
    for (const path of sources) assert.doesNotMatch(read(path), /\bconsole\./, path)
  })

  it('imports `@actions/*` only in github', () => {
    for (const path of sources.filter((each) => !each.startsWith('src/github/'))) {
      assert.doesNotMatch(read(path), /'@actions\//, path)
    }
  })
})

describe('the action', () => {
  it('has its bundle', () => {
    assert.ok(existsSync(join(root, readAction().runs.main)))
    assert.ok(existsSync(join(root, 'dataset', readAction('dataset/action.yml').runs.main)))
  })
})

describe('.ci/run', { skip: process.platform === 'win32' ? 'it is for bash' : false }, () => {
  it('is a script that bash can read, and executable', () => {
    execFileSync('bash', ['-n', join(root, '.ci/run')])
    execFileSync('test', ['-x', join(root, '.ci/run')])
  })

  it('runs what the workflows run', () => {
    const ci = read('.github/workflows/ci.yml')
    const parts = [...read('.ci/run').matchAll(/^part '[^']+' (npm .+)$/gm)].map(([, command]) => command)
    assert.deepEqual(parts.length, 6)
    for (const command of parts) assert.ok(ci.includes(`run: ${command}\n`), command)
  })
})
