// Arbitrary drafts whose every text may hold anything.

import fc from 'fast-check'
import type { Draft } from '../../src/core/draft/draft.ts'
import { hostileText } from './hostile-texts.ts'

/** What is hostile to a section in particular: its own markup, marks and answers. */
const traps = [
  '**Cause:** x',
  'None',
  'No AI was used',
  'N/A',
  'TODO',
  '<tool>',
  '-->',
  '<!-- ai-worklog:draft 9.9.9 -->',
  '<!-- ai-worklog:item 00000000 00000000 -->',
  '<!-- ai-worklog:end -->',
  '<!-- CURSOR_SUMMARY -->',
  'User: a\nAssistant: b',
  'Co-authored-by: Claude <noreply@anthropic.com>',
  'AI-Training: yes',
  'I do not consent to the use of this for training.',
  'fixes #12',
  '@octocat',
  '"quoted"',
  'https://github.com/o/r/issues/12',
  'a:',
  'a\r\n\r\nb',
  '- [x] I used Claude',
  '## Human review\n\n- [x] I have read it',
  'Setext\n===',
  '~~~\n```\n~~~',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '-- dropped\n++ added\n@@ x',
  'prompt: "do this and that"',
]

/** Any text, mostly short, with a letter in it so that it says something. */
export const hostileFact: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...traps),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  hostileText(200),
  fc.tuple(fc.constantFrom(...traps), hostileText(60)).map((parts) => parts.join('\n')),
  fc.lorem({ maxCount: 12, mode: 'words' }),
  fc.lorem({ maxCount: 3, mode: 'sentences' }),
)

const maybe = fc.option(hostileFact, { nil: null })
const key = fc.integer({ min: 1, max: 0xffffffff }).map((value) => value.toString(16).padStart(8, '0'))

/** A draft with keys of its own for every item. */
export const hostileDraft: fc.Arbitrary<Draft> = fc
  .record({
    tools: fc.array(
      fc.record({
        key,
        name: fc.oneof(fc.constantFrom('Claude Code', 'Codex', 'Gemini CLI', 'aider', 'FooAI'), hostileFact),
        version: fc.option(fc.oneof(fc.constantFrom('2.1.40', '0.169.0'), hostileFact), { nil: null }),
        model: fc.option(fc.oneof(fc.constantFrom('claude-opus-4-6', 'gpt-5'), hostileFact), { nil: null }),
      }),
      { maxLength: 2 },
    ),
    prompts: fc.array(
      fc.record({ key, kind: fc.constantFrom('initial' as const, 'refinement' as const), text: hostileFact }),
      { maxLength: 8 },
    ),
    failures: fc.array(
      fc.record({
        key,
        attempt: maybe,
        more: fc.nat(2),
        times: fc.nat(3),
        error: maybe,
        cause: maybe,
        resolution: maybe,
      }),
      { maxLength: 4 },
    ),
    corrections: fc.array(
      fc.record({
        key,
        what: hostileFact.filter((text) => text.trim() !== ''),
        reason: maybe,
        path: maybe,
        before: maybe,
        after: maybe,
      }),
      { maxLength: 4 },
    ),
  })
  .map((draft) => {
    let count = 0
    const own = <T extends { key: string }>(items: readonly T[]) =>
      items.map((item) => {
        count += 1
        return { ...item, key: `${item.key.slice(0, 6)}${count.toString(16).padStart(2, '0')}` }
      })
    return {
      tools: own(draft.tools),
      prompts: own(draft.prompts),
      failures: own(draft.failures),
      corrections: own(draft.corrections),
    }
  })
