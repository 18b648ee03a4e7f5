// Whatever a draft says, the reader gives it back, and GitHub makes nothing of it.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { parseMarkdown } from '../../../src/core/document/parse-markdown.ts'
import { renderDraft } from '../../../src/core/draft/render-draft.ts'
import { extractPullRequest } from '../../../src/core/extract/extract-pull-request.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { hostileDraft, hostileFact } from '../../support/hostile-drafts.ts'
import { tellDraft, tellRows } from '../../support/tell-draft.ts'

const parameters = { seed: 20_261_126, numRuns: Number(process.env.RUNS ?? 200) }
const options = { version: '1.2.3' }

it('any draft is read back to the same', () => {
  fc.assert(
    fc.property(hostileDraft, (draft) => {
      const body = renderDraft(draft, options)
      const { rows, draftVersion, consent, documents } = extractPullRequest(createPullRequest({ body }))
      assert.equal(documents[0]?.state, 'read')
      // Tools of one name are folded: they are looked at one by one below.
      assert.deepEqual({ ...tellRows(rows), tools: [] }, { ...tellDraft(draft), tools: [] })
      assert.equal(draftVersion, '1.2.3')
      assert.equal(consent, null)
      assert.deepEqual([rows.links, rows.signals, rows.context.linked_issues], [[], [], []])
    }),
    parameters,
  )
})

it('any tool is read back to the same', () => {
  const part = fc.option(fc.oneof(fc.constantFrom('2.1.40', 'gpt-5', 'claude-opus-4-6'), hostileFact), {
    nil: null,
  })
  const name = fc.oneof(fc.constantFrom('Claude Code', 'Gemini CLI', 'Cline', 'FooAI'), hostileFact)
  fc.assert(
    fc.property(name, part, part, (name, version, model) => {
      const draft = {
        tools: [{ key: '0000000a', name, version, model }],
        prompts: [],
        failures: [],
        corrections: [],
      }
      const body = renderDraft(draft, options)
      const [said] = tellDraft(draft).tools
      const [told] = extractPullRequest(createPullRequest({ body })).rows.tools
      assert.equal(told?.version ?? null, said?.version ?? null)
      assert.equal(told?.model ?? null, said?.model ?? null)
      // A known tool has one spelling.
      if (told?.tool_id === null) assert.equal(told.name, said?.name)
    }),
    parameters,
  )
})

it('nothing of any draft is markup, a mention or a reference', () => {
  fc.assert(
    fc.property(hostileDraft, (draft) => {
      const parsed = parseMarkdown(renderDraft(draft, options))
      assert.equal(parsed.state, 'read')
      if (parsed.state === 'read') assertPlain(parsed.tree)
    }),
    parameters,
  )
})

const allowed = new Set(
  'root heading list listItem paragraph strong text inlineCode code blockquote html'.split(' '),
)

function assertPlain(node: Nodes): void {
  assert.ok(allowed.has(node.type), node.type)
  if (node.type === 'text') {
    assert.doesNotMatch(node.value, /@[\p{L}\p{N}_-]|#\d|\bGH-\d|:\/\/|www\.|\$/iu)
  }
  if (node.type === 'html')
    assert.match(node.value, /^(?:<!--[^>]*-->|<details><summary>\d+ prompts<\/summary>|<\/details>)$/)
  if ('children' in node) for (const child of node.children) assertPlain(child)
}
