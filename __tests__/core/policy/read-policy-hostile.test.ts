// Policies nobody writes by hand: every one must give a clear problem, quickly, and nothing may throw.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPolicy, unreadPolicy } from '../../../src/core/policy/default-policy.ts'
import { readPolicy } from '../../../src/core/policy/read-policy.ts'

function messagesOf(text: string): string[] {
  const { policy, problems } = readPolicy([{ file: 'policy.yml', text }])
  // What is too long to look through may ask for anything.
  const base = text.length > 65_536 ? unreadPolicy : defaultPolicy
  assert.deepEqual(policy, { ...base, mode: policy.mode })
  for (const problem of problems) {
    assert.ok(problem.line >= 1 && problem.column >= 1)
    assert.doesNotMatch(problem.message, /[\p{Cc}\p{Cf}\p{Cs}]/u)
    assert.ok(problem.message.length < 500, problem.message)
  }
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

const tooLong = 'A policy must have at most 65,536 characters, got'
const tooMany = 'A policy must have at most 20,000 keys, values and marks'
const allowed =
  'Allowed: `extends`, `mode`, `require`, `trailers`, `privacy`, `consent`, `vocabulary`, `exempt`, `redact`, `rules`'
const tooDeep = 'A policy must nest at most 64 levels'

const cases: [what: string, text: string, ...expected: string[]][] = [
  ['10,000 `[`', '['.repeat(10_000), `1:64 ${tooDeep}`],
  ['10,000 `{a: `', '{a: '.repeat(10_000), `1:253 ${tooDeep}`],
  ['10,000 list items in one another', '- '.repeat(10_000), `1:127 ${tooDeep}`],
  ['10,000 explicit keys', '? '.repeat(10_000), `1:127 ${tooDeep}`],
  ['10,000 mappings on one line', 'a: '.repeat(10_000), `1:190 ${tooDeep}`],
  [
    '300 indented mappings',
    Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''),
    `64:64 ${tooDeep}`,
  ],
  ['1 MB', '#'.repeat(1_048_576), '1:1 A policy must have at most 65,536 characters, got 1,048,576'],
  ['a scalar of 1 MB', `mode: "${'x'.repeat(1_048_576)}"`, `1:1 ${tooLong} 1,048,584`],
  ['20,000 brackets', '[]'.repeat(20_000), `1:20000 ${tooMany}`],
  ['20,000 keys', 'a:\n'.repeat(20_000), `5000:3 ${tooMany}`],
  ['a key given twice', 'mode: warn\nmode: observe\n', '2:1 Key `mode` is given twice: keep one'],
  [
    'a merge key',
    'base: {mode: enforce}\n<<: {mode: observe}\n',
    `1:1 Unknown key \`base\`. ${allowed}`,
    `2:1 Unknown key \`<<\`. ${allowed}`,
  ],
  [
    'keys of every object',
    '__proto__: {mode: enforce}\nconstructor: {prototype: {mode: enforce}}\nrequire: {toString: off}\n',
    `1:1 Unknown key \`__proto__\`. ${allowed}`,
    `2:1 Unknown key \`constructor\`. ${allowed}`,
    '3:11 Unknown key `require.toString`. Allowed: `statement`, `sections`',
  ],
  ['tabs as indentation', 'require:\n\tstatement: true', '2:1 Unexpected tab: indent with spaces'],
  [
    'an uneven indentation',
    'require:\n  statement: true\n sections: []',
    '3:1 Unexpected indentation: keys of one mapping start in the same column, and brackets are closed',
  ],
  [
    'a bracket never closed',
    'require: {sections: [tools',
    '1:27 Unexpected indentation: keys of one mapping start in the same column, and brackets are closed',
  ],
  ['a colon in a value', 'mode: warn: x', '1:7 Unexpected `:`: put the value on its own line, or in quotes'],
  ['a list as a key', '[a]: b', '1:1 Unexpected list or mapping as a key: a key is a word'],
  [
    'a reserved character',
    'mode: @warn',
    '1:7 Cannot parse the policy as YAML: Plain value cannot start with reserved character @',
  ],
  [
    'two documents',
    'mode: enforce\n---\nmode: observe\n',
    '2:1 Unexpected second document: a policy is one document, remove the line `---` or `...`',
  ],
  [
    'a document after the end',
    'mode: warn\n...\nmode: warn\n',
    '3:1 Unexpected second document: a policy is one document, remove the line `---` or `...`',
  ],
  [
    'a YAML 1.1 directive',
    '%YAML 1.1\n---\nmode: warn\n',
    '1:1 Unexpected YAML directive `%YAML 1.1`: remove it',
  ],
  [
    'tags',
    'mode: !!str warn\nrules: !x {}\n',
    '1:7 Unexpected YAML tag `!!str`: remove it',
    '2:8 Unexpected YAML tag `!x`: remove it',
  ],
  [
    'an anchor and its alias',
    'mode: &m warn\nrequire: {sections: [*m]}\n',
    '1:7 Unexpected YAML anchor `&m`: remove it',
    '2:22 Unexpected YAML alias `*m`: write the value itself',
  ],
  ['an alias to nothing', 'mode: *nothing', '1:7 Unexpected YAML alias `*nothing`: write the value itself'],
  [
    'NUL',
    'mode: warn\0',
    '1:7 `mode` must be `observe`, `warn` or `enforce`, got `warn\uFFFD`: did you mean `warn`?',
    '1:11 Unexpected control character `\\u{0}`: remove it',
  ],
  [
    'the characters the parser uses as marks',
    '# \x02\x18\x1F&a *a\nmode: warn',
    '1:3 Unexpected control character `\\u{2}`: remove it',
    '1:4 Unexpected control character `\\u{18}`: remove it',
    '1:5 Unexpected control character `\\u{1f}`: remove it',
  ],
  ['a lone surrogate', 'mode: "\uD800"', '1:7 `mode` must be `observe`, `warn` or `enforce`, got `\uFFFD`'],
  [
    'escapes that hide',
    'mode: "a\\nb\\tc\\u202e\\0"',
    '1:7 `mode` must be `observe`, `warn` or `enforce`, got `a\\nb\\tc\\u{202e}\\u{0}`',
  ],
  ['backticks', 'mode: "a`b``c"', '1:7 `mode` must be `observe`, `warn` or `enforce`, got ``` a`b``c ```'],
  [
    'a long value',
    `mode: ${'x'.repeat(5000)}`,
    `1:7 \`mode\` must be \`observe\`, \`warn\` or \`enforce\`, got \`${'x'.repeat(60)}…\``,
  ],
]

describe('hostile policies', () => {
  for (const [what, text, ...expected] of cases) {
    it(`explains ${what}`, () => assert.deepEqual(messagesOf(text), expected))
  }

  it('takes the text of a scalar and a comment for what it is', () => {
    const text = '# &a *b !c\nextends: "octo/x:*a &b !c"\nmode: warn # *x\n'
    assert.deepEqual(messagesOf(text), [])
  })

  it('never expands aliases', () => {
    const lines = ['a: &a [x, x]']
    for (let level = 1; level < 26; level++) {
      const [name, before] = [level, level - 1].map((index) => String.fromCharCode(97 + index))
      lines.push(`${name}: &${name} [*${before}, *${before}]`)
    }
    const started = performance.now()
    const messages = messagesOf(lines.join('\n'))
    assert.equal(messages.length, 51)
    assert.equal(messages[1], '1:4 Unexpected YAML anchor `&a`: remove it')
    assert.match(messages[50] ?? '', /^\d+:\d+ And \d+ more problems from here on$/)
    assert.ok(performance.now() - started < 1000)
  })

  it('takes no quadratic time for many keys, items or errors', () => {
    const started = performance.now()
    const keys = Array.from({ length: 3000 }, (_, index) => `k${index}:`).join('\n')
    assert.equal(messagesOf(keys).at(-1), '51:1 And 2950 more problems from here on')
    assert.equal(messagesOf(`require: {sections: [${'tools,'.repeat(5000)}]}`).length, 51)
    assert.equal(messagesOf('- !a &b x\n'.repeat(2000)).length, 51)
    assert.ok(performance.now() - started < 5000)
  })

  it('never throws on a damaged policy', () => {
    const policy =
      'extends: a/b\nmode: enforce\nrequire:\n  statement: true\n  sections: [tools, "review"]\nrules:\n  tool-version: off\n'
    for (let at = 0; at <= policy.length; at++) {
      for (const insert of ['', '\0', '"', '[', '}', '&', '\t', ':', '\n', '- ', '? ', '\uD800', '|', '%']) {
        messagesIfAny(policy.slice(0, at) + insert + policy.slice(insert === '' ? policy.length : at))
      }
    }
  })
})

function messagesIfAny(text: string): void {
  const { problems } = readPolicy([{ file: 'policy.yml', text }])
  for (const { line, column } of problems) assert.ok(line >= 1 && column >= 1, JSON.stringify(text))
}
