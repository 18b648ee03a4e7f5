// Nothing that must not be read leaves with a draft.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Draft } from '../../../src/core/draft/draft.ts'
import { redactDraft } from '../../../src/core/draft/redact-draft.ts'
import { renderDraft } from '../../../src/core/draft/render-draft.ts'
import { noRedaction, withKnown } from '../../../src/core/redact/redaction.ts'
import { hostileDraft } from '../../support/hostile-drafts.ts'

const full = { prompts: 'full', author: 'login' } as const
const token = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`

/** A draft with `text` in every field. */
function fill(text: string): Draft {
  return {
    tools: [{ key: '00000001', name: text, version: text, model: text }],
    prompts: [{ key: '00000002', kind: 'initial', text }],
    failures: [{ key: '00000003', attempt: text, error: text, cause: text, resolution: text }],
    corrections: [{ key: '00000004', what: text, reason: text, path: text, before: text, after: text }],
  }
}

it('a secret in any field is none in the draft, and its mark is the same everywhere', () => {
  const clean = redactDraft(fill(`use ${token} now`), full, noRedaction)
  assert.deepEqual(clean, { ...fill('use [REDACTED:github-token] now') })
  assert.ok(!renderDraft(clean, { version: '1.0.0' }).includes(token))
})

it('a secret that lines part is found where they become one', () => {
  const clean = redactDraft(
    {
      ...fill('x'),
      failures: [
        {
          ...fill('x').failures[0],
          key: '00000003',
          attempt: 'password:\nhunter2hunter2',
          error: null,
          cause: null,
          resolution: null,
        },
      ],
    },
    full,
    noRedaction,
  )
  assert.doesNotMatch(JSON.stringify(clean), /hunter2hunter2/)
})

it('what the run knows must not stand anywhere', () => {
  const clean = redactDraft(fill('the value-of-the-run'), full, withKnown(noRedaction, ['value-of-the-run']))
  assert.doesNotMatch(JSON.stringify(clean), /value-of-the-run/)
})

describe('where the policy keeps prompts out', () => {
  const draft: Draft = {
    ...fill('x'),
    prompts: [
      { key: '00000002', kind: 'initial', text: 'Rewrite the whole billing engine in Rust' },
      { key: '00000005', kind: 'refinement', text: 'continue' },
    ],
    corrections: [
      {
        key: '00000004',
        what: 'told it to rewrite the whole billing engine in Rust again',
        reason: null,
        path: null,
        before: null,
        after: null,
      },
    ],
  }

  for (const prompts of ['length', 'omit'] as const) {
    it(`${prompts}: none of their wording is left`, () => {
      const clean = redactDraft(draft, { prompts, author: 'login' }, noRedaction)
      const markdown = renderDraft(clean, { version: '1.0.0' })
      assert.doesNotMatch(markdown, /billing engine|continue/)
      assert.match(
        markdown,
        /### Prompts\n\nNot recorded: the policy of this repository keeps prompts out of records\.\n/,
      )
      assert.equal(clean.corrections[0]?.what, 'told it to [OMITTED:prompt] again')
    })
  }

  it('a draft without prompts says nothing of them', () => {
    const clean = redactDraft({ ...draft, prompts: [] }, { prompts: 'omit', author: 'login' }, noRedaction)
    assert.doesNotMatch(renderDraft(clean, { version: '1.0.0' }), /Not recorded/)
  })
})

it('redacting twice changes nothing', () => {
  fc.assert(
    fc.property(hostileDraft, fc.constantFrom('full' as const, 'omit' as const), (draft, prompts) => {
      const privacy = { prompts, author: 'login' } as const
      const once = redactDraft(draft, privacy, noRedaction)
      assert.deepEqual(redactDraft(once, privacy, noRedaction), once)
    }),
    { seed: 20_261_126, numRuns: 60 },
  )
})
