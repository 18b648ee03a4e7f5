import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { findPolicy } from '../../src/cli/find-policy.ts'
import { makeFolder, makeWorld } from '../support/capture-world.ts'
import { runCli } from '../support/run-cli.ts'

const program = join(import.meta.dirname, '../../src/cli.ts')

test('the policy of the repository is found from any folder in it', async (t) => {
  const { repository, put } = makeWorld(t)
  assert.equal(await findPolicy(repository), null)
  put('.github/ai-worklog.yml', 'mode: enforce\n')
  put('src/deep/a.ts')
  assert.equal(await findPolicy(repository), join('.github', 'ai-worklog.yml'))
  assert.equal(await findPolicy(join(repository, 'src/deep')), join('..', '..', '.github', 'ai-worklog.yml'))
})

test('a link and a folder outside of a repository are no policy', async (t) => {
  const { repository, put } = makeWorld(t)
  put('other.yml', 'mode: enforce\n')
  mkdirSync(join(repository, '.github'))
  symlinkSync('../other.yml', join(repository, '.github/ai-worklog.yml'))
  assert.equal(await findPolicy(repository), null)
  assert.equal(await findPolicy(makeFolder(t)), null)
})

test('`check` obeys it, unless another is named', async (t) => {
  const { repository, put } = makeWorld(t)
  put('.github/ai-worklog.yml', 'mode: enforce\nrequire:\n  statement: true\n')
  put('other.yml', 'mode: warn\n')
  const check = async (...args: string[]) =>
    (await runCli(['check', ...args], { program, cwd: repository, stdin: 'Fixes a typo.\n' })).exitCode
  assert.equal(await check(), 1)
  assert.equal(await check('--policy', 'other.yml'), 0)
  assert.equal(await check('--mode', 'warn'), 0)
})
