// Whatever a human does to a drafted section, merging it again loses none of it and settles at once.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { mergeDraft } from '../../../src/core/draft/merge-draft.ts'
import { renderDraft } from '../../../src/core/draft/render-draft.ts'
import { hostileDraft } from '../../support/hostile-drafts.ts'

const options = { version: '1.0.0' }

/** Lines taken out, doubled, put elsewhere or put in, in this order. */
const edits = fc.array(
  fc.tuple(
    fc.nat(60),
    fc.constantFrom('drop', 'double', 'move', 'note', 'answer', 'fence', 'heading'),
    fc.nat(60),
  ),
  { maxLength: 6 },
)

function edit(markdown: string, steps: readonly [number, string, number][]): string {
  const lines = markdown.split('\n')
  for (const [at, kind, to] of steps) {
    const index = at % lines.length
    const line = lines[index] ?? ''
    if (kind === 'drop') lines.splice(index, 1)
    else if (kind === 'double') lines.splice(index, 0, line)
    else if (kind === 'move') {
      lines.splice(index, 1)
      lines.splice(to % lines.length, 0, line)
    } else lines.splice(index, 0, written[kind] ?? '')
  }
  return lines.join('\n')
}

const written: Readonly<Record<string, string>> = {
  note: 'MINE\n',
  answer: '- **Error:** MINE',
  fence: '```\nMINE',
  heading: '## MINE\n',
}

it('merging settles after any edits, and what was written by hand stays', () => {
  fc.assert(
    fc.property(hostileDraft, fc.oneof(hostileDraft), edits, (made, next, steps) => {
      const edited = edit(renderDraft(made, options), steps)
      const once = mergeDraft(edited, next, options).body
      assert.equal(mergeDraft(once, next, options).body, once)
      assert.equal(once.split('MINE').length, edited.split('MINE').length)
    }),
    { seed: 20_261_126, numRuns: Number(process.env.RUNS ?? 100), endOnFailure: true },
  )
})
