// Bodies that a reader stumbles over, and what becomes of each.

import type { WorklogRecord } from '../../src/core/record/schema.ts'

export interface HostileBody {
  name: string
  body: string | null
  state: WorklogRecord['sources'][number]['state']
}

const section = '## AI worklog\n\n### Failed attempts\n\n'
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')
const nested = (marker: string, depth: number) => `${marker.repeat(depth)}deep`
const stairs = (marker: string, depth: number) =>
  lines(
    depth,
    (index) => `${marker === '> ' ? marker.repeat(index) : ' '.repeat(marker.length * index)}${marker}x`,
  )

export const hostileBodies: readonly HostileBody[] = [
  { name: 'none', body: null, state: 'missing' },
  { name: 'empty', body: '', state: 'missing' },
  { name: 'white space', body: ' \t\r\n\r\n \u00a0\n', state: 'missing' },
  { name: 'only comments', body: '<!-- one -->\n\n<!--\n## AI worklog\n-->\n', state: 'read' },
  { name: 'exactly 65,536 characters', body: 'a'.repeat(65_536), state: 'read' },
  { name: 'one more', body: 'a'.repeat(65_537), state: 'too_large' },
  { name: '65,536 characters beyond the basic plane', body: '😀'.repeat(65_536), state: 'read' },
  { name: 'one more of them', body: '😀'.repeat(65_537), state: 'too_large' },
  { name: 'lone surrogates', body: `## AI worklog\n\n### Tools\n\n- \ud800 Cursor \udc00\n`, state: 'read' },
  { name: 'NUL', body: '## AI worklog\0\n\n### Prompts\n\n> a\0b\n', state: 'read' },
  {
    name: 'control characters',
    body: '## AI worklog\u001b[31m\n\n### Tools\n\n- \u0007Cursor\u2028x\u0085y\n',
    state: 'read',
  },
  { name: 'a byte order mark', body: '\ufeff## AI worklog\n\n### Tools\n\nCursor\n', state: 'read' },
  ...['> ', '- ', '1. '].flatMap((marker): HostileBody[] =>
    [100, 101, 1_000, 10_000].map((depth) => ({
      name: `${depth} of \`${marker}\` on one line`,
      body: nested(marker, depth),
      state: depth > 100 ? 'unparsable' : 'read',
    })),
  ),
  { name: 'quotes 100 deep over lines', body: stairs('> ', 100), state: 'read' },
  { name: 'quotes 200 deep over lines', body: stairs('> ', 200), state: 'unparsable' },
  { name: 'lists 40 deep over lines', body: stairs('- ', 40), state: 'read' },
  { name: 'lists 200 deep over lines', body: stairs('- ', 200), state: 'unparsable' },
  ...['*a ', '**a ', '[', '![', '_a_', '~~a '].flatMap((piece): HostileBody[] => [
    { name: `5,000 of \`${piece}\``, body: section + piece.repeat(5_000), state: 'unparsable' },
    {
      name: `5,000 of \`${piece}\` in fifty paragraphs`,
      body: `${section}${`${piece.repeat(100)}\n\n`.repeat(50)}`,
      state: 'read',
    },
  ]),
  ...['`', '<b>', '\\', '&amp;'].map(
    (piece): HostileBody => ({
      name: `5,000 of \`${piece}\``,
      body: section + piece.repeat(5_000),
      state: 'read',
    }),
  ),
  {
    name: 'emphasis nested 2,000 deep',
    body: `${'*a '.repeat(2_000)}${' a*'.repeat(2_000)}`,
    state: 'unparsable',
  },
  { name: '7,000 `<details>`', body: '<details>'.repeat(7_000), state: 'read' },
  {
    name: '3,000 `<details>` on lines of their own',
    body: '<details>\n\nx\n\n'.repeat(3_000),
    state: 'read',
  },
  { name: '6,000 `</details>`', body: `${section}${'</details>'.repeat(6_000)}`, state: 'read' },
  { name: 'an unclosed fence', body: `${section}\`\`\`\n## AI worklog\n`, state: 'read' },
  { name: 'an unclosed comment', body: `${section}<!--\n## AI worklog\n`, state: 'read' },
  { name: 'an unclosed tag', body: `${section}<details open="\n\n## AI worklog\n`, state: 'read' },
  { name: '60,000 spaces in a line', body: `${section}- Error:${' '.repeat(60_000)}x\n`, state: 'read' },
  { name: 'a word of 60,000 characters', body: `${section}- ${'x'.repeat(60_000)}\n`, state: 'read' },
  { name: 'a title of 60,000 characters', body: `## ${'ai '.repeat(20_000)}\n\nyes`, state: 'read' },
  {
    name: 'a table of 5,900 rows',
    body: `${section}|Error|\n|-|\n${'x\n'.repeat(5_900)}`,
    state: 'read',
  },
  {
    name: 'a table of 30,000 rows',
    body: `${section}|Error|\n|-|\n${'x\n'.repeat(30_000)}`,
    state: 'too_large',
  },
  { name: '6,000 lines', body: 'a\n\n'.repeat(6_000), state: 'read' },
  { name: '6,001 lines', body: 'a\n\n'.repeat(6_001), state: 'too_large' },
  { name: '21,600 sentences on lines of their own', body: '。a\n'.repeat(21_600), state: 'too_large' },
  { name: '5,900 of them', body: '。a\n'.repeat(5_900), state: 'read' },
  {
    name: 'a wide table',
    body: `${section}|${' a |'.repeat(8_000)}\n|${'-|'.repeat(8_000)}\n|x|\n`,
    state: 'read',
  },
  { name: '5,000 label lines', body: section + lines(5_000, () => 'Error: x'), state: 'read' },
  {
    name: '5,000 prompts',
    body: `## AI worklog\n\n### Prompts\n\n${lines(5_000, (index) => `- do ${index}`)}`,
    state: 'read',
  },
  { name: '4,000 bold labels', body: lines(4_000, () => '**Prompt:** x'), state: 'unparsable' },
  { name: '200 bold labels', body: lines(200, () => '**Prompt:** x'), state: 'read' },
  { name: '5,000 headings', body: lines(5_000, () => '# Prompts'), state: 'read' },
  { name: '4,000 disclosures', body: lines(4_000, () => '# AI usage\n'), state: 'read' },
  { name: '5,900 boxes', body: `## AI usage\n\n${lines(5_900, () => '- [x] a')}`, state: 'read' },
  { name: '8,000 boxes', body: `## AI usage\n\n${lines(8_000, () => '- [x] a')}`, state: 'too_large' },
  { name: '60,000 newlines', body: `a${'\n'.repeat(60_000)}b`, state: 'read' },
  { name: '60,000 carriage returns', body: `a${'\r'.repeat(60_000)}b`, state: 'read' },
  { name: '1,500 quoted paragraphs', body: `## Prompts used\n\n${'> x\n\n'.repeat(1_500)}`, state: 'read' },
  {
    name: '2,000 quoted paragraphs',
    body: `## Prompts used\n\n${'> x\n\n'.repeat(2_000)}`,
    state: 'unparsable',
  },
]
