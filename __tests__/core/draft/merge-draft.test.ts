// A draft goes into a description again and again; what the human wrote there stays.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Draft } from '../../../src/core/draft/draft.ts'
import { mergeDraft } from '../../../src/core/draft/merge-draft.ts'
import { renderDraft } from '../../../src/core/draft/render-draft.ts'
import { renderTemplate } from '../../../src/core/render/render-section-template.ts'
import { extractBody } from '../../support/extract-body.ts'
import { hostileDraft } from '../../support/hostile-drafts.ts'
import { hostileText } from '../../support/hostile-texts.ts'

const options = { version: '1.0.0' }
const empty: Draft = { tools: [], prompts: [], failures: [], corrections: [] }
const tool = { key: '00000001', name: 'Claude Code', version: '2.1.40', model: 'claude-opus-4-6' }
const first = { key: '00000002', kind: 'initial', text: 'Add retries' } as const
const second = { key: '00000003', kind: 'refinement', text: 'Use full jitter' } as const
const third = { key: '00000004', kind: 'refinement', text: 'Honour the header' } as const
const failure = { key: '00000005', attempt: 'npm test', error: 'exit 1', cause: null, resolution: null }
const draft: Draft = { ...empty, tools: [tool], prompts: [first, third], failures: [failure] }
const body = renderDraft(draft, options)
const texts = (markdown: string) => extractBody(markdown).prompts.map(({ text }) => text)

describe('a description without a section', () => {
  it('gets it behind an empty line, and keeps every byte', () => {
    const cases: [before: string, gap: string][] = [
      ['', ''],
      ['Fixes #1', '\n\n'],
      ['Fixes #1\n', '\n'],
      ['Fixes #1\n\n', ''],
    ]
    for (const [before, gap] of cases) {
      assert.deepEqual(mergeDraft(before, draft, options), {
        body: `${before}${gap}${body}`,
        added: 4,
        updated: 0,
        kept: 0,
      })
    }
  })

  it('gets it in its own line endings', () => {
    const merged = mergeDraft('Fixes #1\r\n', draft, options).body
    assert.equal(merged, `Fixes #1\r\n\r\n${body.replaceAll('\n', '\r\n')}`)
    assert.deepEqual(texts(merged), ['Add retries', 'Honour the header'])
  })

  it('gets it in front where a fence is left open', () => {
    const merged = mergeDraft('Output:\n\n```\nfoo\n', draft, options).body
    assert.equal(merged, `${body}\nOutput:\n\n\`\`\`\nfoo\n`)
  })
})

describe('a mark that is left of a section which is gone', () => {
  it('does not stand for the new one: what is deleted there stays so', () => {
    const appended = mergeDraft('Fixes #1\n\n<!-- ai-worklog:end -->\n', draft, options).body
    const without = appended.replace(/^1\. .*\n.*\n\n/m, '')
    assert.deepEqual(texts(without), ['Honour the header'])
    assert.equal(mergeDraft(without, draft, options).body, without)
    const more = { ...draft, prompts: [first, second, third] }
    const merged = mergeDraft(without, more, options).body
    assert.deepEqual(texts(merged), ['Use full jitter', 'Honour the header'])
    assert.ok(merged.trimEnd().endsWith('00000002 00000004 00000005 00000003 -->'))
  })
})

describe('a section of the template', () => {
  it('is filled in place', () => {
    const before = `Summary\n\n${renderTemplate()}\n## Checklist\n\n- [ ] Docs\n`
    const { body: merged, added } = mergeDraft(before, draft, options)
    assert.equal(added, 4)
    assert.equal(merged.match(/AI worklog$/gm)?.length, 1)
    assert.ok(
      merged.startsWith('Summary\n\n<!-- ai-worklog:draft 1.0.0 -->\n\n## AI worklog\n\n<!-- If no AI'),
    )
    assert.match(merged, /\n### Tools\n\n- <!-- ai-worklog:item 00000001 \w{8} -->\n {2}Claude Code 2\.1\.40/)
    assert.match(merged, /\n### Manual corrections\n\n- \*\*What:\*\* <!-- what you changed -->\n/)
    assert.ok(merged.endsWith('00000005 -->\n\n## Checklist\n\n- [ ] Docs\n'))
    assert.deepEqual(texts(merged), ['Add retries', 'Honour the header'])
    assert.equal(mergeDraft(merged, draft, options).body, merged)
  })

  it('keeps what was answered there, and a denial', () => {
    const before =
      '## AI worklog\n\n### Tools\n\n- Cursor 1.7\n\n### Failed attempts\n\nNone\n\n### Human review\n\n- [ ] Read\n'
    const { body: merged, ...counts } = mergeDraft(before, draft, options)
    assert.deepEqual(counts, { added: 3, updated: 0, kept: 1 })
    assert.match(merged, /### Tools\n\n- Cursor 1\.7\n\n- <!-- ai-worklog:item 00000001/)
    assert.match(merged, /### Failed attempts\n\nNone\n\n### Human/)
    assert.match(merged, /- \[ \] Read\n\n### Prompts\n\n1\. <!--/)
    assert.equal(mergeDraft(merged, draft, options).body, merged)
  })
})

describe('a section of an earlier draft', () => {
  it('stays when nothing is new', () => {
    assert.deepEqual(mergeDraft(body, draft, options), { body, added: 0, updated: 0, kept: 0 })
    const crlf = body.replaceAll('\n', '\r\n')
    assert.equal(mergeDraft(crlf, draft, options).body, crlf)
  })

  it('gets what is new, in order', () => {
    const { body: merged, ...counts } = mergeDraft(
      body,
      { ...draft, prompts: [first, second, third] },
      options,
    )
    assert.deepEqual(counts, { added: 1, updated: 0, kept: 0 })
    assert.deepEqual(texts(merged), ['Add retries', 'Use full jitter', 'Honour the header'])
    assert.match(merged, /:end 00000001 00000002 00000004 00000005 00000003 -->\n$/)
  })

  it('gets what comes before all others', () => {
    const later = renderDraft({ ...draft, prompts: [third] }, options)
    const { body: merged } = mergeDraft(later, { ...draft, prompts: [first, third] }, options)
    assert.deepEqual(
      extractBody(merged).prompts.map(({ kind, text }) => [kind, text]),
      [
        ['initial', 'Add retries'],
        ['refinement', 'Honour the header'],
      ],
    )
  })

  it('gets what has changed since, where the human left it alone', () => {
    const changed = { ...draft, failures: [{ ...failure, resolution: 'added a mock' }] }
    const { body: merged, ...counts } = mergeDraft(body, changed, options)
    assert.deepEqual(counts, { added: 0, updated: 1, kept: 0 })
    assert.equal(extractBody(merged).failures[0]?.resolution, 'added a mock')
    const edited = body.replace('`exit 1`', '`exit 2`, of course')
    assert.deepEqual(mergeDraft(edited, changed, options), { body: edited, added: 0, updated: 0, kept: 1 })
  })

  it('is known again when its lines were wrapped anew', () => {
    const wrapped = body.replace('> Honour the header', '> Honour\n   >   the header')
    const { body: merged, ...counts } = mergeDraft(
      wrapped,
      { ...draft, prompts: [first, { ...third, text: 'Honour it' }] },
      options,
    )
    assert.deepEqual(counts, { added: 0, updated: 1, kept: 0 })
    assert.deepEqual(texts(merged), ['Add retries', 'Honour it'])
  })

  it('leaves deleted what was deleted', () => {
    const [item = ''] = /1\. <!--[\s\S]*?\n\n(?=2\.)/.exec(body) ?? []
    const without = body.replace(item, '')
    assert.deepEqual(texts(without), ['Honour the header'])
    assert.deepEqual(mergeDraft(without, draft, options), { body: without, added: 0, updated: 0, kept: 1 })
  })

  it('stays in the order the human gave it, with what the human wrote', () => {
    const moved = body.replace(/(1\. <!--[\s\S]*?\n\n)(2\. <!--[\s\S]*?\n\n)/, '$2$1<!-- by hand -->\n\n')
    const { body: merged, added } = mergeDraft(moved, { ...draft, prompts: [first, second, third] }, options)
    assert.equal(added, 1)
    assert.ok(merged.includes('<!-- by hand -->'))
    assert.deepEqual(texts(merged), ['Honour the header', 'Add retries', 'Use full jitter'])
  })

  it('is not written twice when its marks are gone', () => {
    const bare = body.replace(/\n? *<!-- ai-worklog:[^>]*-->\n?/g, '')
    assert.deepEqual(mergeDraft(bare, draft, options).body, bare)
    const { body: merged, added } = mergeDraft(bare, { ...draft, prompts: [first, second, third] }, options)
    assert.equal(added, 1)
    assert.equal(merged.split('Add retries').length, 2)
    assert.equal(merged.match(/AI worklog$/gm)?.length, 1)
    assert.ok(merged.includes('Use full jitter'))
  })
})

describe('prompts that the policy keeps out', () => {
  const leftOut: Draft = { ...draft, prompts: [], promptsLeftOut: true }

  it('are said to be so, once', () => {
    const merged = mergeDraft(renderTemplate(), leftOut, options).body
    assert.match(merged, /### Prompts\n\nNot recorded: the policy/)
    assert.equal(mergeDraft(merged, leftOut, options).body, merged)
  })

  it('take the place of that line when the policy lets them', () => {
    const merged = mergeDraft(renderDraft(leftOut, options), draft, options).body
    assert.deepEqual(texts(merged), ['Add retries', 'Honour the header'])
    assert.ok(!merged.includes('Not recorded'))
  })
})

it('nothing is added where nobody would see it', () => {
  const broken = body
    .replace('### Manual', '```\n\n### Manual')
    .replace(/### Prompts[\s\S]*?(?=### Failed)/, '')
  const next = {
    ...draft,
    corrections: [{ key: '00000009', what: 'x', reason: null, path: null, before: null, after: null }],
  }
  const { body: merged, added } = mergeDraft(broken, next, options)
  assert.deepEqual([merged, added], [broken, 0])
})

it('what cannot be read stays as it is', () => {
  const huge = `${body}${'x'.repeat(70_000)}`
  assert.equal(mergeDraft(huge, draft, options).body, huge)
})

const parameters = { seed: 20_261_126, numRuns: Number(process.env.RUNS ?? 100) }

it('merging the same draft twice changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(hostileText(400), fc.constant(renderTemplate())), hostileDraft, (before, made) => {
      const once = mergeDraft(before, made, options).body
      assert.equal(mergeDraft(once, made, options).body, once)
    }),
    parameters,
  )
})

it('all that stood in a description still stands there, in order', () => {
  fc.assert(
    fc.property(hostileText(400), hostileDraft, hostileDraft, (before, made, next) => {
      const once = mergeDraft(before, made, options).body
      const twice = mergeDraft(once, next, options).body
      for (const merged of [once, twice]) assert.ok(isWithin(before, merged))
    }),
    parameters,
  )
})

/** Whether `inner` is `outer` less what was put in somewhere. */
function isWithin(inner: string, outer: string): boolean {
  let at = 0
  for (let index = 0; index < inner.length; index++) {
    at = outer.indexOf(inner.charAt(index), at) + 1
    if (at === 0) return false
  }
  return true
}

it('a draft that grows is in the end what it would have been at once', () => {
  fc.assert(
    fc.property(hostileDraft, (made) => {
      const start = { ...made, prompts: made.prompts.slice(0, 1), failures: made.failures.slice(0, 1) }
      const merged = mergeDraft(renderDraft(start, options), made, options).body
      const [a, b] = [extractBody(merged), extractBody(renderDraft(made, options))]
      assert.deepEqual(
        a.prompts.map(({ kind, text }) => [kind, text]),
        b.prompts.map(({ kind, text }) => [kind, text]),
      )
      assert.deepEqual(
        a.failures.map(({ summary, error }) => [summary, error]),
        b.failures.map(({ summary, error }) => [summary, error]),
      )
    }),
    parameters,
  )
})

describe('a policy that begins to leave prompts out', () => {
  const omitted: Draft = { ...draft, prompts: [], promptsLeftOut: true }
  const many = Array.from({ length: 7 }, (_, index) => ({
    key: `1000000${index}`,
    kind: index === 0 ? ('initial' as const) : ('refinement' as const),
    text: `Do thing number ${index}`,
  }))

  it('takes out those that were drafted, and says why', () => {
    for (const prompts of [draft.prompts, many]) {
      const before = renderDraft({ ...draft, prompts }, options)
      const { body: after, updated } = mergeDraft(before, omitted, options)
      assert.equal(updated, prompts.length)
      for (const { text } of prompts) assert.ok(!after.includes(text))
      assert.match(after, /### Prompts\n[\s\S]*Not recorded: the policy of this repository/)
      assert.deepEqual(texts(after), [])
      assert.deepEqual(mergeDraft(after, omitted, options), { body: after, added: 0, updated: 0, kept: 0 })
    }
  })

  it('leaves what a human made of them', () => {
    const before = body.replace('Add retries', 'Add retries, please')
    const { body: after } = mergeDraft(before, omitted, options)
    assert.deepEqual(texts(after), ['Add retries, please'])
    assert.ok(!after.includes('Not recorded'))
  })
})
