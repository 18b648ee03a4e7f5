// Every message about a wrong policy, word for word, and where it points.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readPolicy } from '../../../src/core/policy/read-policy.ts'

const sections = '`tools`, `prompts`, `failures`, `corrections`, `context` or `review`'
const rules =
  '`unreadable-source`, `unreadable-template`, `secret-in-body`, `required-statement`, `required-section`, `stripped-template`, `contradiction`, `forbidden-trailer`, `required-trailer`, `failure-detail`, `correction-reason`, `human-review`, `verbatim-prompt`, `tool-version`'
const top =
  'Allowed: `extends`, `mode`, `require`, `trailers`, `privacy`, `consent`, `vocabulary`, `exempt`, `redact`, `rules`'

const cases: [what: string, text: string, ...expected: string[]][] = [
  ['an unknown key', 'foo: 1', `1:1 Unknown key \`foo\`. ${top}`],
  [
    'a misspelt key',
    'mode: warn\nrequires: 1',
    `2:1 Unknown key \`requires\`: did you mean \`require\`? ${top}`,
  ],
  [
    'a misspelt key further in',
    'require:\n  statment: true',
    '2:3 Unknown key `require.statment`: did you mean `require.statement`? Allowed: `statement`, `sections`',
  ],
  [
    'a misspelt rule',
    'rules:\n  required_section: off',
    `2:3 Unknown key \`rules.required_section\`: did you mean \`rules.required-section\`? Allowed: ${rules}`,
  ],
  [
    'a key one level too high',
    'sections: [tools]',
    `1:1 Unknown key \`sections\`: did you mean \`require.sections\`? ${top}`,
  ],
  [
    'a key one level too low',
    'require:\n  mode: warn',
    '2:3 Unknown key `require.mode`: did you mean `mode`? Allowed: `statement`, `sections`',
  ],
  [
    'numbers as keys',
    '1: off\nrules: {2.5: off}',
    `1:1 Unknown key \`1\`. ${top}`,
    `2:9 Unknown key \`rules.2.5\`. Allowed: ${rules}`,
  ],
  ['an empty key', ': warn', `1:1 Unknown key \`""\`. ${top}`],
  ['a merge key', '<<: {mode: warn}', `1:1 Unknown key \`<<\`. ${top}`],
  [
    'keys that every object has',
    '__proto__: {mode: enforce}\nconstructor: 1\nrequire: {toString: 1}',
    `1:1 Unknown key \`__proto__\`. ${top}`,
    `2:1 Unknown key \`constructor\`. ${top}`,
    '3:11 Unknown key `require.toString`. Allowed: `statement`, `sections`',
  ],
  ['a key given twice', 'mode: warn\nmode: warn', '2:1 Key `mode` is given twice: keep one'],
  [
    'a misspelt mode',
    'mode: enfroce',
    '1:7 `mode` must be `observe`, `warn` or `enforce`, got `enfroce`: did you mean `enforce`?',
  ],
  ['a mode unlike any', 'mode: block', '1:7 `mode` must be `observe`, `warn` or `enforce`, got `block`'],
  [
    'a longer word for a mode',
    'mode: warning',
    '1:7 `mode` must be `observe`, `warn` or `enforce`, got `warning`: did you mean `warn`?',
  ],
  ['a mode in a list', 'mode: [warn]', '1:7 `mode` must be `observe`, `warn` or `enforce`, got a list'],
  [
    'a mode in a mapping',
    'mode: {warn: 1}',
    '1:7 `mode` must be `observe`, `warn` or `enforce`, got a mapping',
  ],
  ['no mode', 'mode:', '1:1 `mode` must be `observe`, `warn` or `enforce`, got `null`'],
  ['an empty mode', 'mode: ""', '1:7 `mode` must be `observe`, `warn` or `enforce`, got `""`'],
  [
    'a severity that is a boolean',
    'rules:\n  required-section: true',
    '2:21 `rules.required-section` must be `off`, `info`, `warning` or `error`, got `true`',
  ],
  [
    'a severity that was `off`',
    'rules: {tool-version: false}',
    '1:23 `rules.tool-version` must be `off`, `info`, `warning` or `error`, got `false`: did you mean `off`?',
  ],
  [
    'a quoted boolean',
    'rules: {tool-version: "true"}',
    '1:23 `rules.tool-version` must be `off`, `info`, `warning` or `error`, got `"true"`',
  ],
  [
    'a severity cut short',
    'rules: {tool-version: warn}',
    '1:23 `rules.tool-version` must be `off`, `info`, `warning` or `error`, got `warn`: did you mean `warning`?',
  ],
  [
    'a boolean of YAML 1.1',
    'require: {statement: yes}',
    '1:22 `require.statement` must be `true` or `false`, got `yes`: did you mean `true`?',
  ],
  [
    'another boolean of YAML 1.1',
    'require: {statement: Off}',
    '1:22 `require.statement` must be `true` or `false`, got `Off`: did you mean `false`?',
  ],
  [
    'a word for a boolean',
    'require: {statement: maybe}',
    '1:22 `require.statement` must be `true` or `false`, got `maybe`',
  ],
  [
    'a number for a boolean',
    'require: {statement: 1}',
    '1:22 `require.statement` must be `true` or `false`, got `1`',
  ],
  [
    'nothing required',
    'require: null',
    '1:10 `require` must be a mapping of `statement` and `sections`, got `null`',
  ],
  [
    'a list of rules',
    'rules: []',
    `1:8 \`rules\` must be a mapping of ${rules.replace(/, (?=`tool-version)/, ' and ')}, got a list`,
  ],
  [
    'a misspelt section',
    'require:\n  sections:\n    - tools\n    - prompt',
    `4:7 An item of \`require.sections\` must be ${sections}, got \`prompt\`: did you mean \`prompts\`?`,
  ],
  [
    'other things than sections',
    'require: {sections: [3, [tools], {a: 1}, null]}',
    `1:22 An item of \`require.sections\` must be ${sections}, got \`3\``,
    `1:25 An item of \`require.sections\` must be ${sections}, got a list`,
    `1:34 An item of \`require.sections\` must be ${sections}, got a mapping`,
    `1:42 An item of \`require.sections\` must be ${sections}, got \`null\``,
  ],
  [
    'a section given twice',
    'require: {sections: [tools, review, tools]}',
    '1:37 An item of `require.sections` must not be repeated, got `tools` twice',
  ],
  [
    'one section without a list',
    'require: {sections: tools}',
    `1:21 \`require.sections\` must be a list of ${sections.replace(' or ', ' and ')}, got \`tools\`: did you mean \`[tools]\`?`,
  ],
  [
    'sections in a mapping',
    'require: {sections: {tools: true}}',
    `1:21 \`require.sections\` must be a list of ${sections.replace(' or ', ' and ')}, got a mapping`,
  ],
  [
    'a misspelt word for trailers',
    'trailers: forbit',
    '1:11 `trailers` must be `require`, `allow`, `forbid` or a mapping of kinds of trailers, got `forbit`: did you mean `forbid`?',
  ],
  [
    'a boolean for trailers',
    'trailers: false',
    '1:11 `trailers` must be `require`, `allow`, `forbid` or a mapping of kinds of trailers, got `false`',
  ],
  [
    'a signature that is required',
    'trailers:\n  signed-off-by: require\n  footer: forbiden',
    '2:18 `trailers.signed-off-by` must be `allow` or `forbid`, got `require`',
    '3:11 `trailers.footer` must be `allow` or `forbid`, got `forbiden`: did you mean `forbid`?',
  ],
  [
    'an unknown trailer',
    'trailers: {assist-by: require}',
    '1:12 Unknown key `trailers.assist-by`: did you mean `trailers.assisted-by`? Allowed: `any`, `assisted-by`, `generated-by`, `co-authored-by`, `co-developed-by`, `signed-off-by`, `session`, `footer`, `other`',
  ],
  [
    'a privacy unlike any',
    'privacy: {prompts: hidden}',
    '1:20 `privacy.prompts` must be `full`, `length` or `omit`, got `hidden`',
  ],
  [
    'one word for privacy',
    'privacy: omit',
    '1:10 `privacy` must be a mapping of `prompts` and `author`, got `omit`',
  ],
  [
    'a consent of YAML 1.1',
    'consent: {training: false}',
    '1:21 `consent.training` must be `yes`, `no` or `unset`, got `false`: did you mean `no`?',
  ],
  [
    'an unusable start',
    'extends: [a/b]',
    '1:10 `extends` must be `owner/repository`, `owner/repository:path` or a path that starts with `./` or `../`, got a list',
  ],
  [
    'a URL to start from',
    'extends: https://example.com/p.yml',
    '1:10 `extends` must be `owner/repository`, `owner/repository:path` or a path that starts with `./` or `../`, got `https://example.com/p.yml`',
  ],
  [
    'a text',
    'hello',
    '1:1 A policy must be a mapping of `extends`, `mode`, `require`, `trailers`, `privacy`, `consent`, `vocabulary`, `exempt`, `redact` and `rules`, got `hello`',
  ],
  [
    'a list',
    '# x\n- mode: warn',
    '2:1 A policy must be a mapping of `extends`, `mode`, `require`, `trailers`, `privacy`, `consent`, `vocabulary`, `exempt`, `redact` and `rules`, got a list',
  ],
  [
    'a written null',
    '~',
    '1:1 A policy must be a mapping of `extends`, `mode`, `require`, `trailers`, `privacy`, `consent`, `vocabulary`, `exempt`, `redact` and `rules`, got `null`',
  ],
  [
    'a space that is none',
    'mode:\u00A0warn',
    '1:1 A policy must be a mapping of `extends`, `mode`, `require`, `trailers`, `privacy`, `consent`, `vocabulary`, `exempt`, `redact` and `rules`, got `mode:\\u{a0}warn`',
  ],
]

function messagesOf(text: string): string[] {
  const { problems } = readPolicy([{ file: 'policy.yml', text }])
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('messages about a policy', () => {
  for (const [what, text, ...expected] of cases) {
    it(`explains ${what}`, () => assert.deepEqual(messagesOf(text), expected))
    it(`points to the same place in CRLF: ${what}`, () => {
      assert.deepEqual(messagesOf(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`), expected)
    })
  }

  it('reports everything that is wrong at once, sorted by place', () => {
    const text = 'mode: enfroce\nrequires: 1\nrequire: null\nrules: []\nextends: x\n'
    assert.deepEqual(
      messagesOf(text).map((message) => message.replace(/ .*/, '')),
      ['1:7', '2:1', '3:10', '4:8', '5:10'],
    )
  })
})
