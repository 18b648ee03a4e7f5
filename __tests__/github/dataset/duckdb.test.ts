// Installing DuckDB, with programs that stand in for npm.

import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { loadDuckdb } from '../../../src/dataset/engine/duckdb/load-duckdb.ts'
import { findNpm, type Npm } from '../../../src/github/dataset/duckdb/find-npm.ts'
import { installPackages } from '../../../src/github/dataset/duckdb/install-packages.ts'
import { InterruptedError } from '../../../src/runtime/interrupted-error.ts'

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-duckdb-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const never = new AbortController().signal

/** An npm that runs `code`. */
function fakeNpm(folder: string, code: string): Npm {
  const path = join(folder, 'npm.mjs')
  writeFileSync(path, `import { mkdirSync, writeFileSync } from 'node:fs'\n${code}\n`)
  return [process.execPath, path]
}

function prepare(t: TestContext, code: string) {
  const folder = makeFolder(t)
  const from = join(folder, 'from')
  mkdirSync(from)
  for (const name of ['package.json', 'package-lock.json']) writeFileSync(join(from, name), '{}')
  return {
    folder,
    from,
    to: join(folder, 'cache', 'one'),
    npm: fakeNpm(folder, code),
    env: {},
    signal: never,
  }
}

describe('installPackages', () => {
  it('runs `npm ci` without scripts, inputs and tokens, and leaves the folder whole', async (t) => {
    const given = prepare(
      t,
      `mkdirSync('node_modules')\nwriteFileSync('seen.json', JSON.stringify({ args: process.argv.slice(2), env: process.env }))`,
    )
    const env = {
      PATH: process.env.PATH,
      npm_config_proxy: 'http://proxy',
      INPUT_X: '1',
      'INPUT_GITHUB-TOKEN': '2',
      GITHUB_TOKEN: '3',
      ACTIONS_RUNTIME_TOKEN: '4',
      AWS_SECRET_ACCESS_KEY: '5',
      AI_WORKLOG_PSEUDONYM_KEY: '6',
    }
    assert.equal(await installPackages({ ...given, env }), given.to)
    assert.deepEqual(readdirSync(join(given.folder, 'cache')), ['one'])
    assert.deepEqual(readdirSync(given.to).sort(), [
      'node_modules',
      'package-lock.json',
      'package.json',
      'seen.json',
    ])
    const seen: { args: string[]; env: Record<string, string> } = JSON.parse(
      readFileSync(join(given.to, 'seen.json'), 'utf8'),
    )
    assert.deepEqual(seen.args.slice(0, 3), ['ci', '--ignore-scripts', '--omit=dev'])
    assert.equal(seen.env.npm_config_proxy, 'http://proxy')
    assert.deepEqual(
      Object.values(seen.env).filter((value) => /^[1-6]$/.test(value)),
      [],
    )
  })

  it('says what npm says, and leaves nothing', async (t) => {
    const given = prepare(
      t,
      `console.error('npm error code ENOTFOUND\\nnpm error network request failed\\nnpm error A complete log of this run can be found in: x')\nprocess.exit(7)`,
    )
    await assert.rejects(installPackages(given), {
      name: 'UsageError',
      message:
        'Cannot install DuckDB: npm ended with 7: code ENOTFOUND; network request failed. npm must reach its registry: check the network, the proxy and `.npmrc`; or set `AI_WORKLOG_DUCKDB` to a folder where `npm install @duckdb/node-api` has run',
    })
    assert.deepEqual(readdirSync(join(given.folder, 'cache')), [])
  })

  it('ends with the signal, and leaves nothing', async (t) => {
    const controller = new AbortController()
    const given = { ...prepare(t, 'setInterval(() => {}, 1000)'), signal: controller.signal }
    setTimeout(() => controller.abort(new InterruptedError('SIGINT')), 300)
    await assert.rejects(installPackages(given), { name: 'InterruptedError' })
    assert.deepEqual(readdirSync(join(given.folder, 'cache')), [])
  })
})

describe('findNpm', { skip: process.platform === 'win32' }, () => {
  function makeScript(path: string): string {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, '')
    chmodSync(path, 0o755)
    return path
  }

  it('takes the one beside Node first', (t) => {
    const folder = makeFolder(t)
    const script = makeScript(join(folder, 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'))
    const node = join(folder, 'bin', 'node')
    mkdirSync(join(folder, 'bin'))
    assert.deepEqual(findNpm({ PATH: '/no/such/bin' }, node), [node, script])
  })

  it('follows the PATH', (t) => {
    const folder = makeFolder(t)
    const script = makeScript(join(folder, 'share', 'npm-cli.js'))
    mkdirSync(join(folder, 'bin'))
    symlinkSync(script, join(folder, 'bin', 'npm'))
    const env = { PATH: ['/no/such/bin', join(folder, 'bin')].join(delimiter) }
    assert.deepEqual(findNpm(env, '/none/such/bin/node'), ['/none/such/bin/node', script])
  })

  it('finds none', () => {
    assert.equal(findNpm({ PATH: '/no/such/bin' }, '/none/such/bin/node'), null)
  })
})

describe('loadDuckdb', () => {
  it('loads from the folder that is named', async () => {
    const duckdb = await loadDuckdb(new URL('../../../', import.meta.url).pathname)
    assert.ok(duckdb.DuckDBInstance)
  })

  it('says how to mend a folder without it', async (t) => {
    const folder = makeFolder(t)
    assert.ok(existsSync(folder))
    await assert.rejects(loadDuckdb(folder), {
      name: 'UsageError',
      message: `\`AI_WORKLOG_DUCKDB\` must be a folder with DuckDB in its \`node_modules\`, and \`${folder}\` is not: Cannot find module '@duckdb/node-api'. Run \`npm install @duckdb/node-api\` there`,
    })
  })
})
