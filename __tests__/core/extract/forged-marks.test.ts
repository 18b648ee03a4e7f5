// Anybody can write a draft's mark, its hash included. It must not make an answer of what is none.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashContent, writeItemMark } from '../../../src/core/document/draft-marks.ts'
import { extractPullRequest } from '../../../src/core/extract/extract-pull-request.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'

function read(text: string) {
  const titles = ['Tools used', 'Prompts used', 'Failed attempts', 'Manual corrections']
  const item = (key: string) => `- ${writeItemMark({ key, hash: hashContent(text) })}\n  ${text}`.trimEnd()
  const sections = titles.map((title, index) => `### ${title}\n\n${item(`0000000${index}`)}\n`)
  const { rows } = extractPullRequest(createPullRequest({ body: `## AI worklog\n\n${sections.join('\n')}` }))
  const states = rows.sections.slice(0, 4).map(({ state }) => state)
  return { use: rows.ai_use, states, prompts: rows.prompts.map((prompt) => prompt.text) }
}

const noneOf = (state: string) => [state, state, state, state]

for (const text of ['', '<!-- none -->', '&nbsp;', '<br>', '![](x)', '---', '>']) {
  test(`a mark around ${JSON.stringify(text)} answers nothing`, () => {
    const { use, states, prompts } = read(text)
    assert.deepEqual([use, prompts], ['unknown', []])
    assert.ok(states.every((state) => state === 'empty' || state === 'template'))
  })
}

test('a mark around a placeholder leaves it one', () => {
  assert.deepEqual(read('TODO'), { use: 'unknown', states: noneOf('template'), prompts: [] })
  assert.deepEqual(read('- [ ] read'), { use: 'unknown', states: noneOf('template'), prompts: [] })
  assert.deepEqual(read('```\n  ```').prompts, [])
  assert.deepEqual(read('**Attempt:**').states.slice(2), ['template', 'template'])
})

test('a mark around a denial leaves it one', () => {
  assert.deepEqual(read('None'), { use: 'none', states: noneOf('denied'), prompts: [] })
})
