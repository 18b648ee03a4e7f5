// The linters that users run find nothing in our workflows, nor in those that we show.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { installActionlint, installZizmor } from '../../scripts/e2e/install-workflow-linters.ts'
import { docBlocks } from '../support/doc-blocks.ts'

const run = promisify(execFile)
const project = fileURLToPath(new URL('../..', import.meta.url))

describe('workflows', () => {
  let folder = ''
  let files: string[] = []

  // One repository with all of them, as a user's would be.
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ai-worklog-workflows-'))
    const workflows = join(folder, '.github', 'workflows')
    mkdirSync(workflows, { recursive: true })
    for (const source of ['.github/workflows', 'examples/workflows']) {
      cpSync(join(project, source), workflows, { recursive: true })
    }
    for (const name of ['.github/dependabot.yml', '.github/zizmor.yml', 'action.yml', 'dataset/action.yml']) {
      cpSync(join(project, name), join(folder, name))
    }
    for (const [index, text] of listSnippets().entries()) {
      writeFileSync(join(workflows, `snippet-${index}.yml`), text)
    }
    files = readdirSync(workflows).map((name) => join(workflows, name))
    assert.ok(files.length >= 13)
  })
  after(() => rmSync(folder, { recursive: true }))

  it('are clean by actionlint', async () => {
    const { stdout } = await run(installActionlint(), ['-no-color', ...files], { cwd: folder })
    assert.equal(stdout, '')
  })

  it('are clean by zizmor, pedantic and offline', async () => {
    const options = [
      '--offline',
      '--persona=pedantic',
      '--strict-collection',
      '--no-progress',
      '--color=never',
    ]
    const { stdout } = await run(installZizmor(), [...options, '.'], { cwd: folder })
    assert.match(stdout, /^No findings to report\./)
  })
})

/** The steps in the documentation, each in the workflow of examples/workflows/warn.yml. Whole ones are generated. */
function listSnippets(): string[] {
  const frame = docBlocks.find(({ text }) => text.includes('\njobs:'))?.text ?? ''
  const [head = ''] = frame.split('      - uses: ')
  // As for the other examples, see .github/zizmor.yml.
  const start = head.replace('\non:\n', '\non: # zizmor: ignore[concurrency-limits]\n')
  return docBlocks
    .filter(({ language, text }) => language === 'yaml' && text.startsWith('- uses: '))
    .map(({ text }) => `${start}${text.replace(/^/gm, '      ')}\n`)
}
