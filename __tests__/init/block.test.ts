// Our block in texts of every style.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dropBlock, findBlock, putBlock, writeBlock } from '../../src/init/edit/block.ts'

const block = writeBlock('agents', '## Ours\n\nText.\n')

describe('a block', () => {
  it('has a digest of its content', () => {
    assert.equal(
      block,
      '<!-- ai-worklog:begin agents aba99498 -->\n\n## Ours\n\nText.\n\n<!-- ai-worklog:end agents -->',
    )
  })

  for (const [what, text] of [
    ['with a newline at the end', '# Title\n\nText.\n'],
    ['without a newline at the end', '# Title\n\nText.'],
    ['with empty lines at the end', '# Title\n\n\n\n'],
    ['with CRLF', '# Title\r\n\r\nText.\r\n'],
    ['with CRLF and no newline at the end', '# Title\r\nText.'],
    ['with a BOM', '\uFEFF# Title\n'],
    ['with nothing but a BOM', '\uFEFF'],
    ['that is empty', ''],
    ['of one newline', '\n'],
    ['with a list at the end', '- one\n- two'],
    ['with an open comment', '<!-- not closed\n'],
    ['with white space at the end', 'Text  \n  '],
    ['with a lone carriage return at the end', 'Text\r'],
  ] as const) {
    it(`goes into a text ${what} and out again`, () => {
      const filled = putBlock(text, block, null)
      const found = findBlock(filled, 'agents')
      assert.ok(found && !found.isEdited)
      assert.ok(filled.startsWith(text))
      assert.equal(dropBlock(filled, found), text)
      assert.equal(putBlock(filled, block, found), filled)
      if (text.includes('\r\n')) assert.doesNotMatch(filled, /[^\r]\n/)
      assert.equal(/\n$/.test(filled), text === '' || text === '\uFEFF' || text.endsWith('\n'))
    })
  }

  it('is found where a human moved it, with what they wrote after it', () => {
    const text = `# Title\n\n${block}\n\nMore.\n`
    const found = findBlock(text, 'agents')
    assert.ok(found)
    assert.equal(dropBlock(text, found), '# Title\n\nMore.\n')
  })

  it('is replaced by a newer one, and nothing else is', () => {
    const text = `Before.\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\nAfter.`
    const newer = writeBlock('agents', 'New.\n')
    assert.equal(
      putBlock(text, newer, findBlock(text, 'agents')),
      `Before.\r\n\r\n${newer.replaceAll('\n', '\r\n')}\r\nAfter.`,
    )
  })

  it('shows what a human edited in it', () => {
    assert.equal(findBlock(block.replace('Text', 'Other text'), 'agents')?.isEdited, true)
    for (const formatted of [
      block.replaceAll('\n', '\r\n'),
      block.replaceAll('\n\n', '\n'),
      block.replace('Text', '\tText'),
    ]) {
      assert.equal(findBlock(formatted, 'agents')?.isEdited, false)
    }
  })

  it('is none without its end, with another name or without a digest', () => {
    assert.equal(findBlock(block.replace('ai-worklog:end', ''), 'agents'), null)
    assert.equal(findBlock(block, 'template'), null)
    assert.equal(findBlock(block.replace('aba99498', ''), 'agents'), null)
  })
})
