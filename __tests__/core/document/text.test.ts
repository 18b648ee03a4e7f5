import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { blocksToText } from '../../../src/core/document/block-text.ts'
import { readHtml } from '../../../src/core/document/read-html.ts'
import { sliceVerbatim } from '../../../src/core/document/slice-verbatim.ts'
import { readBlock, readBody } from '../../support/read-body.ts'

describe('blocksToText', () => {
  it('gives blocks, items and rows their own lines, and soft wraps a space', () => {
    const { blocks } = readBody(
      '# a\n\nb\nc\n\n- d\n- [ ] not chosen\n- [x] e\n  - f\n\n> g\n\n```\nh\ni\n```\n\n| j | k |\n|-|-|\n| l | m |\n\n***\n\n<details><summary>S</summary>n</details>',
    )
    assert.equal(blocksToText(blocks), 'a\nb c\nd\ne\nf\ng\nh\ni\nl m\nn')
  })
})

describe('sliceVerbatim', () => {
  it('drops the markers of the containers, and nothing else', () => {
    const source = '1. > a\n   > - b\n   >\n   >   c\n'
    assert.equal(sliceVerbatim(source, 5, source.length), 'a\n- b\n\n  c')
  })

  it('keeps lazy lines whole', () => {
    assert.equal(sliceVerbatim('> a\nb\n', 2, 6), 'a\nb')
  })

  it('knows the container of a slice that starts after a label', () => {
    const source = '- Prompt: a\n  b\n    c\n'
    assert.equal(sliceVerbatim(source, 10, source.length, 2), 'a\nb\n  c')
  })
})

describe('readHtml', () => {
  const pieces = (html: string) =>
    readHtml(html).map((piece) => (piece.kind === 'text' ? piece.text : piece.kind))

  it('gives structure and text, and drops comments and known elements', () => {
    assert.deepEqual(pieces('<details><summary>a <b>b</b></summary><!-- c --><p>d</p></details><!-- e'), [
      'details-open',
      'summary-open',
      'a ',
      'b',
      'summary-close',
      'd',
      'details-close',
    ])
  })

  it('leaves what no element is called in the text', () => {
    assert.deepEqual(pieces('<tool name> 1 < 2 <DETAILS>'), ['<tool name> 1 < 2 ', 'details-open'])
  })
})

it('reads details in a quote whose markers the value lacks', () => {
  const { blocks } = readBlock('> <details>\n> <summary>S</summary>\n> a\n> </details>', 'quote')
  assert.deepEqual(
    blocks.map((block) => (block.kind === 'details' ? block.summary : block.kind)),
    ['S'],
  )
})
