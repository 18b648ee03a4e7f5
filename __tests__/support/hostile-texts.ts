// Arbitrary hostile texts: the pieces that make parsers and readers stumble, repeated, nested and mixed.

import fc from 'fast-check'

/** What Markdown, our readers, runners and terminals react to. */
const pieces = [
  ...[
    '*',
    '**',
    '_',
    '~~',
    '*a ',
    '*a* ',
    '_a_ ',
    '[',
    ']',
    '![',
    '](',
    '[a](b) ',
    '[a]: b\n',
    '[^a]',
    '`',
    '``',
  ],
  ...[
    '```\n',
    '~~~\n',
    '    ',
    '\t',
    '> ',
    '>',
    '- ',
    '-\n',
    '+ ',
    '1. ',
    '2) ',
    '- [ ] ',
    '- [x] ',
    '# ',
    '\n=\n',
  ],
  ...[
    '\n-\n',
    '---\n',
    '* * *\n',
    '|',
    '|a|\n|-|\n',
    '| a | b |\n',
    '<',
    '<!--',
    '-->',
    '<?',
    '<!A',
    '<![CDATA[',
  ],
  ...[
    '<b>',
    '</b>',
    '<details>',
    '</details>',
    '<summary>',
    '<br>',
    '&amp;',
    '&#0;',
    '&',
    '\\',
    '\\\n',
    '<a@b.c>',
  ],
  ...[
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    ' ',
    '  \n',
    'a',
    'a ',
    'a\n',
    'b\n',
    '. ',
    '.',
    '!',
    '?',
    '。',
    ':',
    ',',
    '"',
    '“',
  ],
  ...[
    'I used Claude. ',
    'claude ',
    'Claude Code 2.1 opus ',
    'no ai ',
    'None\n',
    'N/A',
    'because ',
    ' → ',
    'Error: ',
  ],
  ...['## AI worklog\n\n', '### Prompts\n\n', '### Failed attempts\n\n', '### Tools\n\n', '## AI usage\n\n'],
  ...[
    'Prompt: "',
    'User: x\n',
    '**Prompt:** x\n',
    'Assisted-by: Claude:opus\n',
    'Co-authored-by: Claude <a@b.c>\n',
  ],
  ...[
    '🤖 Generated with [Claude Code](https://claude.com/claude-code)\n',
    'https://claude.ai/chat/x ',
    '#12 ',
  ],
  ...[
    '::error::x\n',
    '##[add-mask]x',
    '%0A::set-output name=a::b',
    '\u001b[31m',
    '\u009b1m',
    '\u202e',
    '\u200b',
  ],
  ...[
    '\ufeff',
    '\0',
    '\ud800',
    '\udc00',
    '😀',
    '\u2028',
    '@octocat ',
    '<img src=//e.example>',
    '![x](//e.example)',
  ],
  ...[
    'password=hunter2 ',
    'ghp_',
    'eyJ',
    '-----BEGIN ',
    'a@b.example ',
    '1.2.3.4 ',
    '/home/a/',
    '$$',
    '{{',
    `$\{{ x }}`,
  ],
]

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)

/** Hostile texts of up to `maxLength` characters. */
export function hostileText(maxLength: number): fc.Arbitrary<string> {
  const unit = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
  const repeated = fc
    .tuple(unit, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([text, size]) => text.repeat(Math.ceil((maxLength ** size - 1) / Math.max(1, text.length))))
  return fc
    .array(fc.oneof(unit, repeated), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join('').slice(0, maxLength))
}
