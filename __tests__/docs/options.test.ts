// The documentation and the command line know the same options.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { checkHelp } from '../../src/cli/check.ts'
import { datasetCommands } from '../../src/cli/dataset/help.ts'
import { draftHelp } from '../../src/cli/draft.ts'
import { extractHelp } from '../../src/cli/extract.ts'
import { initHelp } from '../../src/cli/init.ts'
import { reportHelp } from '../../src/cli/report.ts'
import { docBlocks, docFiles } from '../support/doc-blocks.ts'

const helps = [checkHelp, extractHelp, initHelp, draftHelp, reportHelp, ...datasetCommands.values()]
const listOptions = (text: string) => text.match(/(?<![\w-])--[a-z][a-z-]*[a-z]/g) ?? []
const known = new Set(helps.flatMap(listOptions))

it('every option of the command line is documented', () => {
  const text = docFiles
    .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
    .join('\n')
  const documented = new Set([...listOptions(text), '--help'])
  assert.deepEqual(
    [...known].filter((option) => !documented.has(option)),
    [],
  )
})

it('every option that a command of the documentation gives is one', () => {
  const commands = docBlocks
    .filter(({ language }) => language === 'sh' || language === 'console')
    .flatMap(({ text }) => text.replaceAll('\\\n', ' ').split(/\n|&&|\|/))
    .filter((line) => /^\$?\s*(?:npx ai-worklog|ai-worklog|node dist\/cli\.js)\s/.test(line))
  assert.notEqual(commands.length, 0)
  // What stands in quotes is for another program.
  const given = commands.flatMap((line) => listOptions(line.replace(/'[^']*'|"[^"]*"/g, '')))
  assert.deepEqual(
    given.filter((option) => !known.has(option)),
    [],
  )
})
