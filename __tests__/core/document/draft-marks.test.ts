// What makes a comment a mark of ours, and what it does to the reading around it.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  hashContent,
  hideMarks,
  readEndMark,
  readItemMark,
  readStartMark,
  writeEndMark,
  writeItemMark,
  writeStartMark,
} from '../../../src/core/document/draft-marks.ts'
import { blankRanges, findDraftedRanges } from '../../../src/core/document/drafted-ranges.ts'
import { readDocument } from '../../../src/core/document/read-document.ts'
import { extractBody, tell } from '../../support/extract-body.ts'

it('marks are read as they are written', () => {
  const item = { key: '00000001', hash: 'deadbeef' }
  assert.equal(readStartMark(writeStartMark('1.0.0-beta.1')), '1.0.0-beta.1')
  assert.deepEqual(readItemMark(writeItemMark(item)), item)
  assert.deepEqual(readEndMark(writeEndMark(['00000001', '0000000a'])), ['00000001', '0000000a'])
  assert.deepEqual(readEndMark(writeEndMark([])), [])
})

it('what is none is none', () => {
  for (const html of [
    '<!-- ai-worklog:draft -->',
    '<!-- ai-worklog:draft 1.0 -->',
    '<!-- ai-worklog:draft 1.0.0 by me -->',
    `<!-- ai-worklog:draft 1.0.0-${'x'.repeat(41)} -->`,
    '<!-- ai-worklog:draft 999999.0.0 -->',
    '<!-- AI-worklog:draft 1.0.0 -->',
    '<!-- ai-worklog:draft <b>1.0.0</b> -->',
    '<!-- ai-worklog:draft 1.0.0 --> <!-- ai-worklog:draft 1.0.0 -->',
  ]) {
    assert.equal(readStartMark(html), null, html)
    assert.equal(extractBody(`${html}\n\n## AI worklog\n`).drafted_by, null, html)
  }
  assert.equal(readItemMark('<!-- ai-worklog:item 1 2 -->'), null)
  assert.equal(readItemMark('<!-- ai-worklog:item 00000001 00000002 00000003 -->'), null)
  assert.equal(readEndMark('<!-- ai-worklog:end x -->'), null)
})

it('marks can be hidden, and other comments not', () => {
  assert.equal(hideMarks(`- ${writeItemMark({ key: '00000001', hash: 'deadbeef' })} a`), '-  a')
  assert.equal(hideMarks(writeEndMark(['00000001'])), '')
  assert.equal(hideMarks('<!-- a --> b'), '<!-- a --> b')
})

it('a hash tells words, not how they are wrapped', () => {
  const hash = hashContent('> Add retries\n> with jitter')
  assert.equal(hashContent('   > Add\r\n   > retries with   jitter\n'), hash)
  assert.notEqual(hashContent('> Add retries\n> without jitter'), hash)
})

describe('drafted_by', () => {
  const mark = '<!-- ai-worklog:draft 1.2.3 -->'
  const draftedBy = (body: string) => extractBody(body).drafted_by

  it('is what a comment of its own in the description says', () => {
    const expected = { name: 'ai-worklog', version: '1.2.3' }
    assert.deepEqual(draftedBy(`${mark}\n\n## AI worklog\n`), expected)
    assert.deepEqual(draftedBy(`Fix\r\n\r\n  ${mark}\r\n## AI worklog\r\n`), expected)
    assert.deepEqual(draftedBy(`${mark}\n<!-- ai-worklog:draft 9.9.9 -->\n`), expected)
  })

  it('is not what a quote, an item, a fence or a sentence holds', () => {
    for (const body of [
      `> ${mark}`,
      `- ${mark}`,
      `\`\`\`\n${mark}\n\`\`\``,
      `    ${mark}`,
      `as in ${mark}`,
      `\`${mark}\``,
      'None',
      '',
    ]) {
      assert.equal(draftedBy(body), null, body)
    }
  })
})

describe('a marked item', () => {
  const write = (content: string, hash = hashContent(content)) =>
    `## AI worklog\n\n### Failed attempts\n\n- <!-- ai-worklog:item 00000001 ${hash} -->\n  ${content}\n`

  it('is an answer whatever its words, while it reads as it was drafted', () => {
    const record = extractBody(write('**Error:** `None`'))
    assert.deepEqual(tell(record.failures), [{ summary: 'None', error: 'None' }])
    assert.equal(record.sections.find(({ name }) => name === 'failures')?.state, 'answered')
  })

  it('is read as any other once it was edited', () => {
    const record = extractBody(write('**Error:** `None`', '00000000'))
    assert.deepEqual(record.failures, [])
  })

  it('and another are never one', () => {
    const marked = write('**Attempt:** `npm test`', '00000000')
    const record = extractBody(`${marked}- <!-- ai-worklog:item 00000002 00000000 -->\n  **Error:** exit 1\n`)
    assert.deepEqual(tell(record.failures), [{ summary: 'npm test' }, { summary: 'exit 1', error: 'exit 1' }])
  })

  it('is never the text of a template', () => {
    const body = write('**Error:** exit 1')
    const { blocks } = readDocument(body, { source: 'body', commitSha: null })
    const [range] = findDraftedRanges(blocks)
    assert.equal(blankRanges(body, range ? [range] : []).trimEnd(), '## AI worklog\n\n### Failed attempts')
  })
})
