// Texts that make a careless pattern look at them again from each of their characters, or in exponentially many ways.
// Without the care, each of them takes from seconds to years.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { toSafeText } from '../../../src/core/render/safe-text.ts'
import { assertHarmless, checkHostile } from '../../support/hostile-pull-requests.ts'

const fill = (piece: string) => piece.repeat(Math.ceil(60_000 / piece.length)).slice(0, 60_000)
const used = 'I used Claude. '
const section = (title: string) => `## AI worklog\n\n### ${title}\n\n`

const bodies: Record<string, string> = {
  'a slug of many dots in a parenthesis': `${used}Claude (a${'.1'.repeat(60)}!) wrote it.`,
  'the same after a label': `Tool: FooAI (model: a${'.1'.repeat(60)}!)`,
  'the same in a section': `${section('Tools')}- FooAI (a${'.1'.repeat(60)}!)`,
  'a sentence of signs': `${used}${fill('-')}x`,
  'a box of signs': `## AI usage\n\n- [x] ${fill('|')}x`,
  'a box of words': `## AI usage\n\n- [x] AI or ${fill('or ')}x`,
  'spaces in bold': `${section('Failed attempts')}- **Error${fill(' ')}x:** y`,
  'a turn of spaces': `${section('Manual corrections')}- It was wrong for it${fill(' ')}x, so I fixed it`,
  'a purpose of dashes': `${section('Tools')}- Cursor: used for tests ${fill('-')}x`,
  'a purpose of conjunctions': `${section('Tools')}- Cursor: used for tests ${fill('and ')}x`,
  'a question of reviews': `${used}\n\n## Human review\n\n${fill('review ')}`,
  'an empty fence': `${section('Prompts')}\`\`\`\n${fill('\n')}x\n\`\`\``,
  'comments in indented text': `${section('Prompts')}- a\n\n        ${fill('<!--')}`,
  'a transcript of newlines': `USER: a\nASSISTANT: b\nUSER: c\n${fill('\n')}x`,
}

describe('reads at once', () => {
  for (const [name, body] of Object.entries(bodies)) {
    it(name, () => {
      const pullRequest = createPullRequest({ body })
      assertHarmless(checkHostile(pullRequest), pullRequest)
    })
  }
})

it('still knows a slug for a model', () => {
  const toolsOf = (text: string) =>
    checkHostile(createPullRequest({ body: `${section('Tools')}- ${text}` })).record.tools.map(
      ({ name, model }) => [name, model],
    )
  assert.deepEqual(toolsOf('Claude Code (model: foo.1/bar-2:x)'), [['Claude Code', 'foo.1/bar-2:x']])
  assert.deepEqual(toolsOf('FooAI (bar-2.1)'), [['FooAI', 'bar-2.1']])
})

it('shows a run of unfinished escape sequences as signs', () => {
  assert.equal(toSafeText('\u009d'.repeat(60_000)), '\ufffd'.repeat(60_000))
})
