import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import { readPolicy } from '../../../src/core/policy/read-policy.ts'
import { checkPattern } from '../../../src/core/redact/compile-patterns.ts'

const read = (...texts: string[]) =>
  readPolicy(
    texts.map((text, index) => ({ file: `policy-${index + 1}.yml`, text })),
    checkPattern,
  )

describe('readPolicy', () => {
  it('gives the default policy when there is no file', () => {
    assert.deepEqual(read(), { policy: defaultPolicy, problems: [], extends: null })
  })

  for (const text of ['', '\n', '# nothing yet\n', '---\n', '---\n# nothing\n...\n', '\uFEFF', '{}']) {
    it(`takes ${JSON.stringify(text)} for an empty policy`, () => {
      assert.deepEqual(read(text), { policy: defaultPolicy, problems: [], extends: null })
    })
  }

  it('reads every key', () => {
    const {
      policy,
      problems,
      extends: start,
    } = read(`
extends: octo-org/policies:ai-worklog/strict.yml
mode: enforce
require:
  statement: true
  sections: [tools, review]
trailers: {assisted-by: require, co-authored-by: forbid}
privacy: {prompts: length, author: omit}
consent: {training: yes, scope: models for internal use}
vocabulary:
  headings: {disclosure: [KI-Nutzung]}
  denials: [keine KI]
exempt:
  drafts: true
redact:
  allow: [Ann]
rules:
  required-section: warning
  tool-version: off
`)
    assert.deepEqual(problems, [])
    assert.equal(start, 'octo-org/policies:ai-worklog/strict.yml')
    assert.deepEqual(policy, {
      mode: 'enforce',
      require: { statement: true, sections: ['tools', 'review'] },
      trailers: { 'assisted-by': 'require', 'co-authored-by': 'forbid' },
      privacy: { prompts: 'length', author: 'omit' },
      consent: { training: 'yes', scope: 'models for internal use' },
      vocabulary: {
        ...defaultPolicy.vocabulary,
        headings: { disclosure: ['KI-Nutzung'] },
        denials: ['keine KI'],
      },
      exempt: { ...defaultPolicy.exempt, drafts: true },
      redact: { patterns: [], allow: ['Ann'] },
      rules: { ...defaultPolicy.rules, 'required-section': 'warning', 'tool-version': 'off' },
    })
  })

  it('reads flow style, quotes, explicit keys, a byte-order mark and tabs between tokens', () => {
    const { policy, problems } = read(
      '\uFEFF{"mode": \'observe\', ? require : {statement:\ttrue}, rules: {}}',
    )
    assert.deepEqual(problems, [])
    assert.equal(policy.mode, 'observe')
    assert.equal(policy.require.statement, true)
  })

  it('lets the later file win: require per key, rules per rule', () => {
    const {
      policy,
      problems,
      extends: start,
    } = read(
      'mode: enforce\nrequire:\n  statement: true\n  sections: [tools]\nrules:\n  tool-version: off\n  human-review: error\n',
      'extends: octo-org/.github\nmode: warn\nrequire:\n  sections: [review]\nrules:\n  human-review: info\n',
    )
    assert.deepEqual(problems, [])
    assert.equal(start, 'octo-org/.github')
    assert.deepEqual(policy, {
      mode: 'warn',
      require: { statement: true, sections: ['review'] },
      trailers: {},
      privacy: defaultPolicy.privacy,
      consent: defaultPolicy.consent,
      vocabulary: defaultPolicy.vocabulary,
      exempt: defaultPolicy.exempt,
      redact: defaultPolicy.redact,
      rules: { ...defaultPolicy.rules, 'tool-version': 'off', 'human-review': 'info' },
    })
  })

  it('lets a word for all trailers replace everything, and a mapping kind by kind', () => {
    const trailers = (...texts: string[]) => read(...texts).policy.trailers
    assert.deepEqual(trailers('trailers: require'), { any: 'require' })
    assert.deepEqual(trailers('trailers: forbid', 'trailers: allow'), {})
    assert.deepEqual(trailers('trailers: require', 'trailers: {footer: forbid}'), {
      any: 'require',
      footer: 'forbid',
    })
    const { 'assisted-by': assisted, ...others } = trailers(
      'trailers: forbid',
      'trailers: {assisted-by: allow}',
    )
    assert.equal(assisted, 'allow')
    assert.deepEqual(new Set(Object.values(others)), new Set(['forbid']))
  })

  it('takes the stricter of privacy and consent, whichever file says it', () => {
    const strict = 'privacy: {prompts: omit}\nconsent: {training: no}'
    const lax = 'privacy: {prompts: length, author: omit}\nconsent: {training: yes, scope: anything}'
    for (const texts of [
      [strict, lax],
      [lax, strict],
    ]) {
      const { privacy, consent } = read(...texts).policy
      assert.deepEqual(privacy, { prompts: 'omit', author: 'omit' })
      assert.deepEqual(consent, { training: 'no', scope: 'anything' })
    }
  })

  it('keeps everything private that a wrong policy may have meant to', () => {
    const strictest = { prompts: 'omit', author: 'omit' }
    for (const text of [
      'privacy: {prompts: lenght}',
      'privacy: {prompt: length}',
      'privcy:\n  prompts: length',
      'mode: wran\nprivacy: {author: omit}',
      '{mode: [, "privacy": x',
    ]) {
      const { policy, problems } = read(text)
      assert.ok(problems.length > 0, text)
      assert.deepEqual(policy.privacy, strictest, text)
      assert.equal(policy.consent.training, 'unset', text)
    }
    const { policy } = read('mode: wran\nconsent: {training: no}')
    assert.deepEqual([policy.privacy, policy.consent.training], [defaultPolicy.privacy, 'unreadable'])
    assert.deepEqual(read('privacy: {author: omit}', 'mode: wran').policy.privacy, {
      prompts: 'full',
      author: 'omit',
    })
  })

  it('leaves the default policy as it was', () => {
    const before = structuredClone(defaultPolicy)
    read('mode: enforce\nrequire:\n  statement: true\nrules:\n  contradiction: off\n')
    assert.deepEqual(defaultPolicy, before)
  })

  for (const start of [
    'a/b',
    'Octo-Org/.github',
    'a/b.c_d:policy.yml',
    'a/b:dir/my file.yml',
    './x.yml',
    '../a/x.yml',
  ]) {
    it(`accepts to extend ${start}`, () => {
      const result = read(`extends: ${start}`)
      assert.deepEqual(result.problems, [])
      assert.equal(result.extends, start)
    })
  }

  for (const start of [
    'a',
    '/a/b',
    'a/b/c',
    'a/b:',
    'a/b:/c',
    'a/b:../c',
    'a/b:c/../d',
    'https://a/b',
    '-a/b',
    'a/b:c\\\\d',
  ]) {
    it(`refuses to extend ${start}`, () => {
      assert.equal(read(`extends: "${start}"`).problems.length, 1)
    })
  }
})

describe('readPolicy with problems', () => {
  it('falls back to the default policy but keeps a valid mode', () => {
    const { policy, problems } = read(
      'mode: enforce\nrequire:\n  statement: yes\nrules:\n  contradiction: off\n',
    )
    assert.equal(problems.length, 1)
    assert.deepEqual(policy, { ...defaultPolicy, mode: 'enforce' })
  })

  it('keeps the mode of an organisation when the file over it has a typo', () => {
    const { policy } = read('mode: enforce\nrequire:\n  statement: true\n', 'rulez: {}\n')
    assert.deepEqual(policy, { ...defaultPolicy, mode: 'enforce' })
  })

  it('keeps the mode through a syntax error', () => {
    assert.equal(read('mode: enforce\nrequire:\n\tstatement: true\n').policy.mode, 'enforce')
  })

  it('keeps the strictest of two modes', () => {
    assert.equal(read('mode: enforce\nmode: observe\n').policy.mode, 'enforce')
    assert.equal(read('mode: warn\nmode: enforce\n').policy.mode, 'enforce')
  })

  it('keeps no mode that is misspelt, a list, or not in a mapping', () => {
    for (const text of [
      'mode: enfroce\n',
      'mode: [enforce]\n',
      '- mode: enforce\n',
      'x: {mode: enforce}\n',
    ]) {
      assert.deepEqual(read(text).policy, defaultPolicy)
    }
  })

  it('keeps a valid `extends`, from which a mode may come', () => {
    assert.equal(read('extends: octo-org/.github\nmood: warn\n').extends, 'octo-org/.github')
    assert.equal(read('extends: nowhere\nmood: warn\n').extends, null)
  })

  it('lists the problems in the order of the files, then by place', () => {
    const { problems } = read('rules:\n  x: off\nmode: no\n', 'mode: no\n')
    assert.deepEqual(
      problems.map(({ file, line, column }) => `${file}:${line}:${column}`),
      ['policy-1.yml:2:3', 'policy-1.yml:3:7', 'policy-2.yml:1:7'],
    )
  })

  it('refuses to follow `extends` further than one step', () => {
    assert.deepEqual(read('mode: warn\nextends: a/b\n', 'mode: warn\n').problems, [
      {
        file: 'policy-1.yml',
        line: 2,
        column: 10,
        message: '`extends` is not followed in a policy that is itself extended: remove it',
      },
    ])
  })
})

describe('a policy with problems', () => {
  it('still has what it wants taken out', () => {
    const { policy, problems } = read("mode: wanr\nredact:\n  patterns: [ACME, 3, '(a']\n  allow: [Ann]\n")
    assert.equal(problems.length, 2)
    assert.deepEqual(policy.redact, { patterns: ['ACME'], allow: [] })
  })
})
