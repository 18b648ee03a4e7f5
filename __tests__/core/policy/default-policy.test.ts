import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { it } from 'node:test'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import { ruleIds } from '../../../src/core/policy/rule-id.ts'

it('gives every rule a severity, in the order of the rules', () => {
  assert.deepEqual(Object.keys(defaultPolicy.rules), [...ruleIds])
})

it('warns, and requires no statement of pull requests without AI', () => {
  assert.equal(defaultPolicy.mode, 'warn')
  assert.deepEqual(defaultPolicy.require, {
    statement: false,
    sections: ['tools', 'prompts', 'failures', 'corrections', 'review'],
  })
})

it('knows no words of its own, says when a template is unreadable, and asks nobody to keep one', () => {
  assert.deepEqual(defaultPolicy.vocabulary, { headings: {}, labels: {}, denials: [], placeholders: [] })
  assert.equal(defaultPolicy.rules['unreadable-template'], 'info')
  assert.equal(defaultPolicy.rules['stripped-template'], 'off')
})

it('loads nothing: it is read on every run', async () => {
  const source = await readFile(
    new URL('../../../src/core/policy/default-policy.ts', import.meta.url),
    'utf8',
  )
  assert.doesNotMatch(source, /^import (?!type )/m)
})
