// Whatever a draft says, the reader gives it back.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { renderDraft } from '../../../src/core/draft/render-draft.ts'
import { extractPullRequest } from '../../../src/core/extract/extract-pull-request.ts'
import { extractRecord } from '../../../src/core/extract-record.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { hostileDraft } from '../../support/hostile-drafts.ts'
import { tellDraft } from '../../support/tell-draft.ts'

const parameters = { seed: 20_261_126, numRuns: Number(process.env.RUNS ?? 300) }
void extractRecord

it('any draft is read back to the same', () => {
  fc.assert(
    fc.property(hostileDraft, (draft) => {
      const body = renderDraft(draft, { version: '1.2.3' })
      const { rows, draftVersion, consent, documents } = extractPullRequest(createPullRequest({ body }))
      assert.equal(documents[0]?.state, 'read')
      const said = tellDraft(draft)
      const told = {
        tools: rows.tools.map(({ name, version, model }) => ({ name, version, model })),
        prompts: rows.prompts.map(({ kind, text }) => ({ kind, text })),
        failures: rows.failures.map(({ summary, error, cause, resolution }) => ({
          summary,
          error,
          cause,
          resolution,
        })),
        corrections: rows.corrections.map(({ summary, reason, path, before, after }) => ({
          summary,
          reason,
          path,
          before,
          after,
        })),
      }
      assert.deepEqual({ ...told, tools: told.tools.length }, { ...said, tools: told.tools.length })
      assert.equal(draftVersion, '1.2.3')
      assert.equal(consent, null)
      assert.deepEqual([rows.links, rows.signals, rows.context.linked_issues], [[], [], []])
    }),
    parameters,
  )
})
