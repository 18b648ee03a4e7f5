// A body minus the repository's own template: what the template says is no answer, what its reader adds is one.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extractPullRequest } from '../../../../src/core/extract/extract-pull-request.ts'
import { createPullRequest } from '../../../../src/core/pull-request.ts'
import { hostileBodies } from '../../../support/hostile-bodies.ts'

const template = `## AI disclosure

We use Cursor and Claude Code here; say what you used.

- [ ] AI was used
- [ ] No AI was used

### Tools

- Tool name, such as Cursor

### Prompts

> Paste the prompt here

### Failed attempts

Describe what the AI got wrong, or write None.
`

/** What is read of `body` when the repository has `templates`. */
function read(body: string | null, ...templates: string[]) {
  const { rows, template: state } = extractPullRequest(
    createPullRequest({
      body,
      templates: templates.map((text, index) => ({ path: `template-${index + 1}.md`, text, problem: null })),
    }),
  )
  return {
    aiUse: rows.ai_use,
    tools: rows.tools.map(({ name }) => name),
    prompts: rows.prompts.map(({ text }) => text),
    failures: rows.failures.map(({ summary }) => summary),
    answered: rows.sections.filter((each) => each.state === 'answered').map(({ name }) => name),
    state: state.state,
    lines: state.places.map(({ start }) => start?.line),
    problems: state.problems,
  }
}

const nothing = { aiUse: 'unknown', tools: [], prompts: [], failures: [], answered: [], problems: [] }

describe('an untouched template', () => {
  it('says nothing, though without the template it would', () => {
    assert.deepEqual(read(template, template), { ...nothing, state: 'kept', lines: [3, 10, 14, 18] })
    assert.deepEqual(read(template).tools, ['Cursor', 'Claude Code'])
  })

  it('says nothing whichever of the two has CRLF', () => {
    const windows = template.replaceAll('\n', '\r\n')
    for (const [body, own] of [
      [windows, template],
      [template, windows],
      [windows, windows],
    ] as const) {
      assert.deepEqual(read(body, own), { ...nothing, state: 'kept', lines: [3, 10, 14, 18] })
    }
  })

  it('says nothing in other case, emphasis and line breaks', () => {
    const body = template.replace('We use Cursor and', '**WE use** Cursor\nand')
    assert.deepEqual(read(body, template).tools, [])
  })

  it('says nothing when it is the second of several', () => {
    assert.equal(read(template, '## Summary\n\nWhat and why\n', template).aiUse, 'unknown')
    assert.deepEqual(read(template, '## Summary\n\nWhat and why\n', template).tools, [])
  })

  it('that ticks a box itself, or says None itself, ticks and says nothing', () => {
    for (const own of ['## AI disclosure\n\n- [x] No AI was used\n', '## AI disclosure\n\nNone\n']) {
      assert.equal(read(own).aiUse, 'none')
      assert.equal(read(own, own).aiUse, 'unknown')
    }
  })
})

describe('a filled template', () => {
  it('has the box that was ticked', () => {
    assert.equal(read(template.replace('[ ] AI was', '[x] AI was'), template).aiUse, 'used')
    assert.equal(read(template.replace('[ ] No AI', '[x] No AI'), template).aiUse, 'none')
  })

  it('has what was added below a line that stays', () => {
    const body = template.replace('such as Cursor', 'such as Cursor\n- Claude Code 2.1')
    assert.deepEqual(read(body, template).tools, ['Claude Code'])
  })

  it('has what was quoted below the template’s own quote', () => {
    const body = template.replace('prompt here', 'prompt here\n>\n> Add a retry to the client.')
    const { prompts, answered } = read(body, template)
    assert.deepEqual(prompts, ['Add a retry to the client.'])
    assert.deepEqual(answered, ['prompts'])
  })

  it('has what goes on in the line of the question', () => {
    const body = template.replace('write None.', 'write None. It forgot the lock.')
    assert.deepEqual(read(body, template).failures, ['It forgot the lock.'])
  })

  it('has a line of the template that was edited', () => {
    const own = '## AI disclosure\n\nI used <tool> to write the tests.\n'
    const { aiUse, tools } = read('## AI disclosure\n\nI used Cursor to write the tests.\n', own)
    assert.equal(aiUse, 'used')
    assert.deepEqual(tools, ['Cursor'])
  })

  it('has what was written below a hidden comment, and nothing of the comment', () => {
    const own = '## AI disclosure\n\n### Tools\n\n<!-- such as Cursor or Copilot -->\n'
    assert.deepEqual(read(own, own).tools, [])
    assert.deepEqual(read(`${own}\nClaude Code 2.1\n`, own).tools, ['Claude Code'])
  })

  it('keeps its other answers when sections were deleted', () => {
    const body = '## AI disclosure\n\n- [x] AI was used\n\n### Tools\n\n- Cursor 1.7\n'
    const { aiUse, tools, state } = read(body, template)
    assert.deepEqual({ aiUse, tools, state }, { aiUse: 'used', tools: ['Cursor'], state: 'kept' })
  })
})

describe('a template that is gone', () => {
  it('is stripped when nothing of its part about AI is left', () => {
    for (const body of ['Fixes a typo.', '', null]) {
      assert.deepEqual(read(body, template), { ...nothing, state: 'stripped', lines: [] })
    }
  })

  it('is not missed where it asks nothing about AI', () => {
    assert.equal(read('Fixes a typo.', '## Summary\n\nWhat and why\n').state, 'none')
  })
})

describe('a template that is of no use', () => {
  it('takes nothing away when it is empty', () => {
    for (const own of ['', ' \r\n', '<!-- -->']) assert.deepEqual(read(template, own), read(template))
  })

  it('is a problem when it is too long or nests too deep, and the body is read without it', () => {
    const long = read(template, 'x'.repeat(65_537))
    assert.deepEqual(long.problems, [{ path: 'template-1.md', reason: 'it is longer than 65536 characters' }])
    assert.deepEqual({ ...long, problems: [] }, read(template))
    assert.deepEqual(read(template, `${'> '.repeat(101)}deep`).problems, [
      { path: 'template-1.md', reason: 'it nests quotes or lists deeper than 100 levels' },
    ])
  })

  it('is a problem beside one that can be read', () => {
    const { tools, problems } = read(template, `${'> '.repeat(101)}deep`, template)
    assert.deepEqual(tools, [])
    assert.equal(problems.length, 1)
  })
})

describe('a hostile template', () => {
  // The parser alone takes seconds for these; as bodies they are read elsewhere.
  const slow = /^(?:emphasis nested|a table of 30,000)/
  for (const { name, body } of hostileBodies.filter((each) => !slow.test(each.name))) {
    it(`of ${name} never throws, above a body or equal to it`, () => {
      read(template, body ?? '')
      assert.equal(read(body, body ?? '').prompts.length, 0)
    })
  }
})
