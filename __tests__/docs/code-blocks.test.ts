// Every code block of the documentation is what it says it is: records are valid, policies are right, and shell
// lines that run our command line print what is shown.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { createExampleRecord } from '../../scripts/docs/example-parts.ts'
import { readPolicy } from '../../src/core/policy/read-policy.ts'
import { checkPattern } from '../../src/core/redact/compile-patterns.ts'
import { createValidator, readSchema } from '../schema/create-validator.ts'
import { docBlocks, isOfDataset } from '../support/doc-blocks.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const readExample = (name: string) => readFileSync(join(root, 'examples', name), 'utf8')
const blocks = docBlocks.map((block) => ({ ...block, name: `${block.file}:${block.line}` }))
const of = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language))

describe('code blocks', () => {
  it('have a language that a test knows', () => {
    // `python` and `sql` read a dataset: see dataset-docs.test.ts.
    // `text` shows the messages of the block before it: see policy-docs.test.ts.
    const known = ['console', 'json', 'markdown', 'python', 'sh', 'sql', 'text', 'yaml']
    for (const { name, language } of blocks) assert.ok(known.includes(language), `${name}: ${language}`)
  })
})

describe('JSON blocks', async () => {
  const validate = createValidator().compile(await readSchema('record.v1'))

  for (const { name, text } of of('json')) {
    it(name, () => {
      const value: unknown = JSON.parse(text)
      assert.ok(typeof value === 'object' && value !== null)
      if ('schema_version' in value) assert.ok(validate(value), JSON.stringify(validate.errors))
      else assert.partialDeepStrictEqual(createExampleRecord(readExample('small.md')), value)
    })
  }
})

describe('Markdown blocks', () => {
  it('in the README is the example whose record follows', () => {
    const [shown, ...more] = of('markdown').filter(({ file }) => file === 'README.md')
    assert.equal(shown?.text, readExample('small.md').trimEnd())
    assert.deepEqual(more, [])
  })
})

describe('YAML blocks that are policies', () => {
  for (const { name, text, isInvalid } of of('yaml')) {
    const value: unknown = isInvalid ? null : parse(text)
    // Workflows and steps have a test of their own; wrong policies are in policy-docs.test.ts.
    if (isInvalid || Array.isArray(value) || text.includes('\njobs:')) continue
    it(name, () => assert.deepEqual(readPolicy([{ file: 'policy.yml', text }], checkPattern).problems, []))
  }
})

const isPosix = process.platform !== 'win32'

describe('shell blocks', { skip: isPosix ? false : 'they are for a POSIX shell' }, () => {
  let folder = ''
  const run = (command: string) =>
    spawnSync('sh', ['-c', command], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: [folder, dirname(process.execPath), process.env.PATH].join(delimiter), LANG: 'C.UTF-8' },
    })

  // What GitHub's command line and jq answer to the lines in the documentation.
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ai-worklog-docs-'))
    const list = JSON.stringify([
      {
        number: 7,
        title: 'Retry',
        body: readExample('small.md'),
        author: { login: 'octocat' },
        headRefName: 'retry',
        commits: [{ oid: 'a'.repeat(40), messageHeadline: 'Retry', messageBody: '' }],
      },
    ])
    writeFileSync(join(folder, 'list.json'), list)
    writeFileSync(join(folder, 'line.json'), list.slice(1, -1))
    writeScript('gh', `case "$2" in view) cat examples/small.md;; list) cat "${folder}/list.json";; esac`)
    writeScript('jq', `cat >/dev/null; cat "${folder}/line.json"`)
  })
  after(() => rmSync(folder, { recursive: true }))

  function writeScript(name: string, text: string) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(folder, name), 0o755)
  }

  for (const block of of('console')) {
    if (isOfDataset(block)) continue
    const { name, text } = block
    it(`${name} prints what is shown`, () => {
      const [command = '', ...shown] = text.split('\n')
      assert.match(command, /^\$ /)
      const { stdout, stderr } = run(command.slice(2))
      assert.deepEqual(`${stdout}${stderr}`.trimEnd().split('\n'), shown)
    })
  }

  for (const block of of('sh')) {
    const { name, text } = block
    if (!text.includes('dist/cli.js') || isOfDataset(block)) continue
    it(`${name} runs`, () => {
      const { status, stdout, stderr } = run(text.replace('> records.jsonl', ''))
      assert.equal(stderr, '')
      assert.equal(status, 0)
      assert.notEqual(stdout, '')
    })
  }

  it('name npm scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const names = ['README.md', 'CONTRIBUTING.md', '.ci/run', '.github/workflows/ci.yml'].flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script),
    )
    assert.ok(names.length > 15)
    for (const script of names) assert.ok(script !== undefined && script in scripts, script)
  })

  it('have the test command that CI runs', () => {
    const [command] = of('sh').filter(({ file, text }) => file === 'README.md' && text.startsWith('npm'))
    assert.equal(command?.text, 'npm cit')
    assert.match(readFileSync(join(root, '.ci/run'), 'utf8'), /^part '[^']+' npm cit$/m)
  })
})
