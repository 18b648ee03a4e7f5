// The drafted section word for word.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Draft } from '../../../src/core/draft/draft.ts'
import { renderDraft } from '../../../src/core/draft/render-draft.ts'
import { extractBody, tell } from '../../support/extract-body.ts'

const options = { version: '1.0.0' }
const empty: Draft = { tools: [], prompts: [], failures: [], corrections: [] }

/** What stands under `heading`, without marks. */
function under(heading: string, draft: Partial<Draft>): string {
  const markdown = renderDraft({ ...empty, ...draft }, options)
  const start = markdown.indexOf(`### ${heading}\n`) + heading.length + 5
  const end = markdown.indexOf('\n### ', start)
  return markdown.slice(start, end).replace(/<!-- ai-worklog:item [0-9a-f ]{17} -->\n +/g, '')
}

const prompt = (text: string, kind: 'initial' | 'refinement' = 'initial', key = '00000001') => ({
  key,
  kind,
  text,
})

it('an empty draft is the template between our marks', () => {
  assert.equal(
    renderDraft(empty, options),
    `<!-- ai-worklog:draft 1.0.0 -->

## AI worklog

<!-- Drafted by ai-worklog from sessions on this computer. Correct what is wrong, delete what nobody needs, and answer what is left. -->

### Tools

- <!-- tool version (model): what for, such as: Claude Code 2.1.40 (claude-opus-4-6): the tests -->

### Prompts

1. > <!-- the first prompt, word for word -->
2. > <!-- a refinement -->

### Failed attempts

- **Error:** <!-- what went wrong -->
  **Cause:** <!-- why -->
  **Resolution:** <!-- what you changed -->

### Manual corrections

- **What:** <!-- what you changed -->
  **Why:** <!-- why -->
  **File:** <!-- path -->

### Context

- **Requirements:** <!-- what was asked for -->
- **Constraints:** <!-- what had to hold -->

### Human review

- [ ] I have read and understood every changed line
- [ ] I have run the tests
- **Verification:** <!-- commands, results -->

<!-- ai-worklog:end -->
`,
  )
  const record = extractBody(renderDraft(empty, options))
  assert.equal(record.ai_use, 'unknown')
  assert.deepEqual(
    record.sections.map(({ state }) => state),
    ['empty', 'empty', 'template', 'template', 'template', 'template'],
  )
})

describe('prompts', () => {
  it('are quoted when they are plain prose', () => {
    assert.equal(
      under('Prompts', { prompts: [prompt('Add retries to `client.ts`.\nOnly that.\n\nThanks')] }),
      '\n1. > Add retries to `client.ts`.\n   > Only that.\n   >\n   > Thanks\n',
    )
  })

  it('stand in a fence when they are not', () => {
    assert.equal(
      under('Prompts', { prompts: [prompt('Fix #12, @octocat:\n```ts\n- x\n```')] }),
      '\n1. ````\n   Fix #12, @octocat:\n   ```ts\n   - x\n   ```\n   ````\n',
    )
  })

  it('say of which kind they are where it is not plain', () => {
    const prompts = [prompt('a', 'refinement', '00000001'), prompt('b', 'initial', '00000002')]
    assert.equal(under('Prompts', { prompts }), '\n1. **Refinement:**\n   > a\n\n2. **Initial:**\n   > b\n')
    assert.deepEqual(tell(extractBody(renderDraft({ ...empty, prompts }, options)).prompts), [
      { kind: 'refinement', text: 'a' },
      { kind: 'initial', text: 'b' },
    ])
  })

  it('are folded when they are many', () => {
    const prompts = Array.from({ length: 6 }, (_, index) =>
      prompt('continue', index === 0 ? 'initial' : 'refinement', `0000000${index}`),
    )
    const markdown = under('Prompts', { prompts })
    assert.ok(markdown.startsWith('\n<details><summary>6 prompts</summary>\n\n1. > continue\n'))
    assert.ok(markdown.endsWith('6. > continue\n\n</details>\n'))
    assert.equal(extractBody(renderDraft({ ...empty, prompts }, options)).prompts.length, 6)
  })

  it('without words are none', () => {
    assert.match(under('Prompts', { prompts: [prompt(' \n')] }), /the first prompt/)
  })
})

describe('tools', () => {
  it('stand on one line, part by part where that would read otherwise', () => {
    const tools = [
      { key: '00000001', name: 'Claude Code', version: '2.1.40', model: 'claude-opus-4-6' },
      { key: '00000002', name: 'Codex', version: null, model: 'my own model' },
    ]
    assert.equal(
      under('Tools', { tools }),
      '\n- Claude Code 2.1.40 (claude-opus-4-6)\n- **Tool:** Codex\n  **Model:** `my own model`\n',
    )
  })
})

describe('failures and corrections', () => {
  it('stand as labels with machine texts as code', () => {
    const failures = [
      { key: '00000001', attempt: 'npm\ntest', error: '`x` is\tnot', cause: 'it @ 5 a*b', resolution: null },
    ]
    assert.equal(
      under('Failed attempts', { failures }),
      '\n- **Attempt:** `npm test`\n  **Error:** `` `x` is not ``\n  **Cause:** it @ 5 a\\*b\n  **Resolution:** <!-- what you changed -->\n',
    )
  })

  it('stand apart from how often they went wrong', () => {
    const said = { error: 'exit code 1', cause: null, resolution: null }
    const failures = [
      { key: '00000001', attempt: 'npm test', times: 3, ...said },
      { key: '00000002', attempt: 'rm -r tests', more: 1, times: 2, ...said },
    ]
    assert.deepEqual(under('Failed attempts', { failures }).match(/\*\*Attempt:.*/g), [
      '**Attempt:** `npm test` (3 times)',
      '**Attempt:** `rm -r tests` (and 1 more, 2 times)',
    ])
    assert.deepEqual(
      extractBody(renderDraft({ ...empty, failures }, options)).failures.map(({ summary }) => summary),
      ['npm test (3 times)', 'rm -r tests (and 1 more, 2 times)'],
    )
  })

  it('never join each other', () => {
    const failures = [
      { key: '00000001', attempt: 'npm test', error: null, cause: null, resolution: null },
      { key: '00000002', attempt: null, error: 'None', cause: null, resolution: null },
    ]
    assert.deepEqual(tell(extractBody(renderDraft({ ...empty, failures }, options)).failures), [
      { summary: 'npm test' },
      { summary: 'None', error: 'None' },
    ])
  })

  it('show code before and after, whatever its lines look like', () => {
    const corrections = [
      {
        key: '00000001',
        what: 'dropped a comment:',
        reason: null,
        path: 'a.sql',
        before: '-- x\n',
        after: '++ y',
      },
    ]
    assert.equal(
      under('Manual corrections', { corrections }),
      '\n- **What:** dropped a comment:\n  **Why:** <!-- why -->\n  **File:** `a.sql`\n  ```diff\n  @@ @@\n  --- x\n  -\n  +++ y\n  ```\n',
    )
    assert.deepEqual(tell(extractBody(renderDraft({ ...empty, corrections }, options)).corrections), [
      { summary: 'dropped a comment:', path: 'a.sql', before: '-- x\n', after: '++ y' },
    ])
  })
})

describe('a draft that is too long', () => {
  it('is cut to what can be read and posted', () => {
    const prompts = Array.from({ length: 300 }, (_, index) =>
      prompt(`${'long '.repeat(400)}${index}`, 'refinement', index.toString(16).padStart(8, '0')),
    )
    const markdown = renderDraft({ ...empty, prompts }, options)
    assert.ok(markdown.length <= 60_000)
    const read = extractBody(markdown).prompts
    assert.ok(read.length >= 25)
    assert.match(read[0]?.text ?? '', /^long long .*…$/)
  })

  it('costs only the text that no reader would take', () => {
    const prompts = [
      prompt('[]'.repeat(3000), 'initial', '00000001'),
      prompt(`${'Say more. '.repeat(300)}End`, 'refinement', '00000002'),
    ]
    const read = extractBody(renderDraft({ ...empty, prompts }, options)).prompts
    assert.match(read[0]?.text ?? '', /^(?:\[\]){500,}\[?…$/)
    assert.equal(read[1]?.text, prompts[1]?.text)
  })
})

it('asks a human for what nobody stated, and takes the question for no answer', () => {
  const failures = [{ key: '00000001', attempt: 'npm test', error: null, cause: null, resolution: null }]
  const corrections = [
    { key: '00000002', what: 'renamed it', reason: null, path: null, before: 'a', after: 'b' },
  ]
  const body = renderDraft({ ...empty, failures, corrections }, options)
  assert.equal(
    under('Failed attempts', { failures }),
    '\n- **Attempt:** `npm test`\n  **Cause:** <!-- why -->\n  **Resolution:** <!-- what you changed -->\n',
  )
  const rows = extractBody(body)
  assert.deepEqual(tell(rows.failures), [{ summary: 'npm test' }])
  assert.deepEqual(tell(rows.corrections), [{ summary: 'renamed it', before: 'a', after: 'b' }])
  const answered = body.replaceAll('<!-- why -->', 'it clashed')
  assert.deepEqual(tell(extractBody(answered).corrections), [
    { summary: 'renamed it', reason: 'it clashed', before: 'a', after: 'b' },
  ])
})
