import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { readPolicy } from '../../src/core/policy/read-policy.ts'
import { createValidator, readSchema } from './create-validator.ts'

const validate = createValidator().compile(await readSchema('policy.v1'))
const examples = new URL('../../examples/', import.meta.url)

const right = [
  '{}',
  'mode: observe',
  'mode: "warn"',
  'extends: octo-org/.github',
  'extends: a/b:c/d.yml',
  'extends: ./x.yml',
  'require: {}',
  'require: {statement: false}',
  'require: {sections: []}',
  'require: {sections: [review, tools]}',
  'trailers: forbid',
  'trailers: require',
  'trailers: {}',
  'trailers: {any: require, signed-off-by: forbid}',
  'trailers: {assisted-by: require, co-authored-by: forbid, footer: allow}',
  'privacy: {}',
  'privacy: {prompts: length, author: omit}',
  'consent: {training: no}',
  'consent: {training: yes, scope: models for internal use}',
  'rules: {}',
  'rules: {stripped-template: warning, unreadable-template: off}',
  'vocabulary: {}',
  'vocabulary: {headings: {disclosure: [KI-Nutzung]}, labels: {tool: [Werkzeug]}}',
  'vocabulary: {denials: [keine KI], placeholders: [bitte ausfüllen]}',
  'exempt: {}',
  'exempt: {bots: false, authors: [octocat], associations: [NONE], permission: triage}',
  'exempt: {bots: ["renovate[bot]"], teams: [a/b], labels: [x], override: x}',
  'exempt: {override: false, drafts: true, branches: ["v?"], paths: ["**"], size: {}}',
  'exempt: {size: {lines: 1, files: 300}, before: {date: 2026-09-01, number: 1}}',
  'rules: {contradiction: off, tool-version: info, human-review: warning, failure-detail: error}',
]

const wrong = [
  '[]',
  'text',
  'null',
  'mode: Warn',
  'mode: null',
  'mode: [warn]',
  'mode: true',
  'requires: {}',
  'constructor: {}',
  'extends: a',
  'extends: 1',
  'extends: a/b/c',
  'extends: a/b:../c',
  'require: null',
  'require: []',
  'require: {statement: "true"}',
  'require: {statement: 1}',
  'require: {sections: tools}',
  'require: {sections: [prompt]}',
  'require: {sections: [tools, tools]}',
  'require: {section: []}',
  'vocabulary: []',
  'vocabulary: {titles: {}}',
  'vocabulary: {headings: [KI]}',
  'vocabulary: {headings: {disclosures: [KI]}}',
  'vocabulary: {labels: {tool: Werkzeug}}',
  'vocabulary: {denials: [3]}',
  'vocabulary: {denials: [""]}',
  'vocabulary: {denials: [" "]}',
  `vocabulary: {denials: [${'x'.repeat(121)}]}`,
  'trailers: deny',
  'trailers: true',
  'trailers: null',
  'trailers: [forbid]',
  'trailers: {any: forbid}',
  'trailers: {signed-off-by: require}',
  'trailers: {reviewed-by: allow}',
  'privacy: omit',
  'privacy: {prompts: none}',
  'privacy: {author: full}',
  'consent: {training: true}',
  'consent: {scope: ""}',
  'exempt: []',
  'exempt: {bot: true}',
  'exempt: {bots: "true"}',
  'exempt: {bots: [3]}',
  'exempt: {bots: ["@a"]}',
  'exempt: {authors: ["a/b"]}',
  'exempt: {associations: [MEMBERS]}',
  'exempt: {permission: read}',
  'exempt: {teams: [a]}',
  'exempt: {labels: [" "]}',
  `exempt: {labels: [${'x'.repeat(51)}]}`,
  'exempt: {override: true}',
  'exempt: {override: " "}',
  'exempt: {drafts: 1}',
  'exempt: {branches: ["!a"]}',
  'exempt: {paths: [/a]}',
  'exempt: {paths: ["{a}"]}',
  'exempt: {size: {lines: 0}}',
  'exempt: {size: {files: 301}}',
  'exempt: {size: {files: 1.5}}',
  'exempt: {before: {date: 2026-13-01}}',
  'exempt: {before: {date: 2026-02-30}}',
  'exempt: {before: {number: "1"}}',
  'rules: []',
  'rules: {contradiction: warn}',
  'rules: {contradiction: false}',
  'rules: {unknown-rule: off}',
]

const withoutDefault = [
  'extends',
  'consent.scope',
  'exempt.size.lines',
  'exempt.size.files',
  'exempt.before.date',
  'exempt.before.number',
]

describe('the policy schema', () => {
  for (const text of right) {
    it(`accepts ${text}, as the reader does`, () => {
      assert.deepEqual(readPolicy([{ file: 'policy.yml', text }]).problems, [])
      assert.ok(validate(parse(text)), JSON.stringify(validate.errors))
    })
  }

  for (const text of wrong) {
    it(`refuses ${text}, as the reader does`, () => {
      assert.equal(readPolicy([{ file: 'policy.yml', text }]).problems.length, 1)
      assert.ok(!validate(parse(text)))
    })
  }

  it('accepts every example, as the reader does', async () => {
    const names = (await readdir(examples)).filter((name) => /^policy.*\.yml$/.test(name))
    assert.ok(names.length >= 2)
    for (const file of names) {
      const text = await readFile(new URL(file, examples), 'utf8')
      assert.deepEqual(readPolicy([{ file, text }]).problems, [])
      assert.ok(validate(parse(text)), JSON.stringify(validate.errors))
    }
  })

  it('documents every key: title, description, default and examples that are valid', async () => {
    const schema = await readSchema('policy.v1')
    const ajv = createValidator()
    for (const [path, key] of listKeys(schema, '')) {
      assert.ok(typeof key.title === 'string', path)
      assert.ok(typeof key.description === 'string', path)
      assert.ok(Array.isArray(key.examples), path)
      const validateKey = ajv.compile(key)
      for (const example of key.examples) assert.ok(validateKey(example), path)
      // Some have none, and mappings take theirs from their keys.
      if (!withoutDefault.includes(path) && key.properties === undefined)
        assert.ok(validateKey(key.default), path)
    }
  })
})

function listKeys(schema: Record<string, unknown>, prefix: string): [string, Record<string, unknown>][] {
  // A key that takes a word or a mapping has its keys in the second of the two.
  const [, mapping] = Array.isArray(schema.anyOf) ? schema.anyOf : []
  const properties: unknown = schema.properties ?? mapping?.properties
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties).flatMap(([name, key]): [string, Record<string, unknown>][] => [
    [`${prefix}${name}`, key],
    ...listKeys(key, `${prefix}${name}.`),
  ])
}
