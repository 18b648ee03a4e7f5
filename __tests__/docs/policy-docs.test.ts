// Every policy in docs/policy.md is read; the messages it prints for the wrong ones are the real ones.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import type { Code, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { readPolicy } from '../../src/core/policy/read-policy.ts'
import { checkPattern } from '../../src/core/redact/compile-patterns.ts'

const text = await readFile(new URL('../../docs/policy.md', import.meta.url), 'utf8')
const nodes: RootContent[] = unified().use(remarkParse).parse(text).children
const isPolicy = (node: RootContent): node is Code =>
  node.type === 'code' && node.lang === 'yaml' && node.meta !== 'workflow'

describe('docs/policy.md', () => {
  it('has right and wrong policies', () => {
    assert.ok(nodes.filter(isPolicy).length >= 8)
  })

  for (const [index, node] of nodes.entries()) {
    if (!isPolicy(node)) continue
    const { problems } = readPolicy([{ file: '.github/ai-worklog.yml', text: node.value }], checkPattern)
    const messages = problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
    const before = nodes[index - 1]
    if (before?.type === 'html' && before.value === '<!-- invalid -->') {
      it(`prints what is wrong with the policy in line ${node.position?.start.line}`, () => {
        const printed = nodes[index + 1]
        assert.ok(printed?.type === 'code' && printed.lang === 'text')
        assert.deepEqual(messages, printed.value.split('\n'))
      })
    } else {
      it(`shows a right policy in line ${node.position?.start.line}`, () => assert.deepEqual(messages, []))
    }
  }
})
