// The words a repository adds in its policy: what they make readable, and what is said of wrong ones.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkPullRequest } from '../../../src/core/check-pull-request.ts'
import { readPolicy } from '../../../src/core/policy/read-policy.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { assertPlaces, assertValid } from '../../support/assert-invariants.ts'

/** The record of `body` under the policy in `text`, which must be right. */
function read(body: string, text: string) {
  const { policy, problems } = readPolicy([{ file: 'policy.yml', text }])
  assert.deepEqual(problems, [])
  const pullRequest = createPullRequest({ body })
  const { record } = checkPullRequest(pullRequest, {
    policy,
    policySha: null,
    policyProblems: [],
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0-test',
  })
  assertValid(record)
  assertPlaces(record, pullRequest)
  return record
}

const words = `vocabulary:
  headings:
    disclosure: [Robo]
    prompts: [Vorlage]
    failures: [Pannen]
  labels:
    tool: [Geraet]
    error: [Panne]
    cause: [Grund]
    resolution: [Abhilfe]
  denials: [ohne Helfer]
  placeholders: [bitte eintragen]
`

describe('own words', () => {
  const body = `## Robo

Geraet: Cursor

## Pannen

- Panne: der Test hing
  Grund: kein Timeout
  Abhilfe: Timeout gesetzt

## Vorlage

bitte eintragen
`

  it('name titles, labels and placeholders', () => {
    const { ai_use, tools, failures, sections, prompts } = read(body, words)
    assert.equal(ai_use, 'used')
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['Cursor'],
    )
    assert.deepEqual(
      failures.map(({ error, cause, resolution }) => [error, cause, resolution]),
      [['der Test hing', 'kein Timeout', 'Timeout gesetzt']],
    )
    assert.deepEqual(prompts, [])
    assert.equal(sections.find(({ name }) => name === 'prompts')?.state, 'template')
  })

  it('name placeholders in lists, which are no items then', () => {
    const { prompts } = read('## Vorlage\n\n- bitte eintragen\n- Write a parser\n', words)
    assert.deepEqual(
      prompts.map(({ text }) => text),
      ['Write a parser'],
    )
    const { sections } = read('## Vorlage\n\n- Bitte eintragen.\n', words)
    assert.equal(sections.find(({ name }) => name === 'prompts')?.state, 'template')
  })

  it('mean nothing to a repository that did not add them', () => {
    const { ai_use, failures } = read(body, '')
    assert.equal(ai_use, 'unknown')
    assert.deepEqual(failures, [])
  })

  it('deny', () => {
    assert.equal(read('## Robo\n\nOhne Helfer.\n', words).ai_use, 'none')
    assert.equal(read('## Robo\n\nohne Helfer\n', '').ai_use, 'unknown')
  })

  it('stand beside the words that are known without them', () => {
    assert.equal(read('## AI disclosure\n\nNone\n', words).ai_use, 'none')
  })

  it('are compared without case, emphasis and a colon, and places stay those of what was written', () => {
    const { sections } = read('### **PANNEN:**\n\n- Panne: x\n', words)
    const failures = sections.find(({ name }) => name === 'failures')
    assert.equal(failures?.state, 'answered')
    assert.deepEqual(failures?.place?.start, { line: 1, column: 1, offset: 0 })
  })

  it('that are names of every object are words like others', () => {
    const { ai_use } = read('## constructor\n\nNone\n', 'vocabulary: {headings: {disclosure: [constructor]}}')
    assert.equal(ai_use, 'none')
    assert.equal(read('## toString\n\n__proto__\n', words).ai_use, 'unknown')
  })

  it('of a later file replace those of the same list and keep other lists', () => {
    const { policy } = readPolicy([
      { file: 'a.yml', text: words },
      { file: 'b.yml', text: 'vocabulary: {headings: {failures: [Fehler]}, denials: []}' },
    ])
    assert.deepEqual(policy.vocabulary.headings, {
      disclosure: ['Robo'],
      prompts: ['Vorlage'],
      failures: ['Fehler'],
    })
    assert.deepEqual(policy.vocabulary.denials, [])
    assert.deepEqual(policy.vocabulary.placeholders, ['bitte eintragen'])
  })

  it('may be 120 characters long and 200 in a list', () => {
    const list = ['x'.repeat(120), ...Array.from({ length: 199 }, (_, index) => `word ${index}`)]
    read('', `vocabulary: {denials: ${JSON.stringify(list)}}`)
  })
})

describe('messages about own words', () => {
  const item = 'must be a text of 1 to 120 characters on one line, got'
  const cases: [what: string, text: string, message: string][] = [
    [
      'a word without a list',
      'vocabulary:\n  denials: keine KI',
      'p.yml:2:12: `vocabulary.denials` must be a list of texts, got `keine KI`: write it as a list item, `- …`',
    ],
    [
      'an empty word',
      'vocabulary:\n  denials:\n    - ok\n    - ""',
      `p.yml:4:7: An item of \`vocabulary.denials\` ${item} \`""\``,
    ],
    [
      'a number',
      'vocabulary:\n  labels:\n    tool: [3]',
      `p.yml:3:12: An item of \`vocabulary.labels.tool\` ${item} \`3\``,
    ],
    [
      'a word of 121 characters',
      `vocabulary:\n  denials: [${'x'.repeat(121)}]`,
      `p.yml:2:13: An item of \`vocabulary.denials\` ${item} \`${'x'.repeat(60)}…\``,
    ],
    [
      '201 words',
      `vocabulary:\n  denials: [${Array.from({ length: 201 }, (_, index) => `w${index}`)}]`,
      'p.yml:2:12: `vocabulary.denials` must have at most 200 items, got 201',
    ],
    [
      'a misspelt topic',
      'vocabulary:\n  headings:\n    disclosures: [KI]',
      'p.yml:3:5: Unknown key `vocabulary.headings.disclosures`: did you mean `vocabulary.headings.disclosure`? Allowed: `disclosure`, `tools`, `prompts`, `failures`, `corrections`, `context`, `review`',
    ],
    [
      'a misspelt key',
      'vocabulary:\n  heading: {}',
      'p.yml:2:3: Unknown key `vocabulary.heading`: did you mean `vocabulary.headings`? Allowed: `headings`, `labels`, `denials`, `placeholders`',
    ],
    [
      'a list of titles',
      'vocabulary:\n  headings: [KI]',
      'p.yml:2:13: `vocabulary.headings` must be a mapping of `disclosure`, `tools`, `prompts`, `failures`, `corrections`, `context` and `review`, got a list',
    ],
  ]
  for (const [what, text, message] of cases) {
    it(`explain ${what}`, () => {
      const { problems, policy } = readPolicy([{ file: 'p.yml', text }])
      assert.deepEqual(
        problems.map((each) => `${each.file}:${each.line}:${each.column}: ${each.message}`),
        [message],
      )
      assert.deepEqual(policy.vocabulary.denials, [])
    })
  }
})
