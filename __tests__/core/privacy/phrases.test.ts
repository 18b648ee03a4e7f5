import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPhrases, cutPhrases, findPhrases } from '../../../src/core/privacy/phrases.ts'

const prompts = (...texts: string[]) => createPhrases(texts, 4, 2)
const cut = (text: string, ...texts: string[]) => cutPhrases(text, prompts(...texts), '…')

describe('phrases', () => {
  const prompt = 'Add retries with exponential backoff to `src/http/client.ts`.'

  it('are found whatever their case, marks and line breaks', () => {
    assert.equal(cut('it had to ADD **retries**\n> with exponential backoff!', prompt), 'it had to …!')
    assert.equal(cut('codex/add-retries-with-exponential-backoff', prompt), 'codex/…')
    assert.equal(cut('ａｄｄ retries with exponential', prompt), '…')
  })

  it('need four words in a row, or all of a shorter text', () => {
    assert.equal(cut('Add retries with care', prompt), 'Add retries with care')
    assert.equal(cut('I said fix it, twice', 'Fix it'), 'I said …, twice')
    assert.equal(cut('please continue', 'continue'), 'please continue')
  })

  it('are found character by character where no spaces are written', () => {
    assert.equal(cut('失败了：请给客户端加上重试', '请给客户端加上重试。'), '失败了：…')
    assert.equal(cut('再試行を追加', 'リトライ'), '再試行を追加')
  })

  it('are found in the encoding of an address, of which nothing stays', () => {
    const found = 'see https://chat.example/?q=Add%20retries%20with%20exponential%20backoff now'
    assert.equal(cut(found, prompt), 'see … now')
    assert.equal(
      cut('https://chat.example/?q=add+retries+with+exponential', prompt),
      'https://chat.example/?q=…',
    )
    assert.equal(
      cut('https://chat.example/%zz+add+retries+with%20exponential', prompt),
      '…',
      'broken encoding',
    )
    assert.equal(cut('https://chat.example/a%20b', prompt), 'https://chat.example/a%20b')
  })

  it('that touch are one', () => {
    assert.deepEqual(findPhrases('a b c d e f', prompts('a b c d', 'c d e f')), [{ start: 0, end: 11 }])
    assert.deepEqual(findPhrases('a b x a b', prompts('a b')), [
      { start: 0, end: 3 },
      { start: 6, end: 9 },
    ])
  })

  it('of nothing find nothing', () => {
    assert.equal(cut('', ''), '')
    assert.equal(cut('text', '', '…', '---'), 'text')
  })

  it('take time that grows with the length of the text only', () => {
    const words = Array.from({ length: 12_000 }, (_, index) => `w${index % 7}`).join(' ')
    const urls = 'a://%'.repeat(13_000)
    const before = performance.now()
    cut(words, words, 'w1 w1', 'x y z')
    cut(urls, words)
    cutPhrases(words, createPhrases([words, 'octo cat'], 6), '…')
    const taken = performance.now() - before
    assert.ok(taken < 1500, `${taken} ms`)
  })
})
