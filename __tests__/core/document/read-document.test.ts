import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Worker } from 'node:worker_threads'
import { readDocument } from '../../../src/core/document/read-document.ts'
import { readBlock, readBody } from '../../support/read-body.ts'

const texts = (text: string) =>
  readBody(text).blocks.map((block) => (block.kind === 'heading' ? `# ${block.text}` : block.kind))

describe('readDocument', () => {
  it('says what became of a text', () => {
    const states = [null, '', ' \n\t', 'a', 'a'.repeat(65_537), '> '.repeat(101)].map((text) => {
      const { state, reason } = readBody(text)
      return [state, reason]
    })
    assert.deepEqual(states, [
      ['missing', null],
      ['missing', null],
      ['missing', null],
      ['read', null],
      ['too_large', 'it is longer than 65536 characters'],
      ['unparsable', 'it nests quotes or lists deeper than 100 levels'],
    ])
  })

  it('refuses markup that takes the parser seconds, by its number', () => {
    const stateOf = (text: string) => {
      const { state, reason, blocks } = readDocument(text, { source: 'body', commitSha: null })
      return [state, reason, blocks.length]
    }
    assert.deepEqual(
      ['[a]('.repeat(1001), `${'*a '.repeat(501)}${' a*'.repeat(501)}`, 'a\n-\n'.repeat(501)].map(stateOf),
      [
        ['unparsable', 'the `[` and `]` of a paragraph are more than 2000', 0],
        ['unparsable', 'the `*`, `_` and `~` of a paragraph are more than 1000', 0],
        ['unparsable', 'its lines of only `=` or `-` are more than 500', 0],
      ],
    )
    const paragraph = `${'[a] *b* '.repeat(400)}\n\n`
    assert.deepEqual(stateOf(paragraph.repeat(4)), ['read', null, 4])
    assert.deepEqual(stateOf(`\`\`\`\n${'**p '.repeat(2000)}\n\`\`\`\n\na\n`), ['read', null, 2])
  })

  it('never throws, not even where the stack is small', async () => {
    const script = `
      import { parentPort } from 'node:worker_threads'
      import { readDocument } from '${new URL('../../../src/core/document/read-document.ts', import.meta.url)}'
      const text = '*a '.repeat(500) + ' a*'.repeat(500)
      parentPort.postMessage(readDocument(text, { source: 'body', commitSha: null }).state)`
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), {
      resourceLimits: { stackSizeMb: 0.3 },
    })
    const state = await new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    // How deep it gets differs from machine to machine, and from run to run.
    assert.match(String(state), /^(?:read|unparsable)$/)
  })

  it('takes headings only where GitHub shows them', () => {
    assert.deepEqual(texts('# a\n\n<!--\n# b\n-->\n\n> # c\n\n```\n# d\n```\n\n    # e\n\n- # f\n'), [
      '# a',
      'quote',
      'code',
      'paragraph',
      'list',
    ])
    assert.deepEqual(texts('Title\n=====\n\nOther\n---'), ['# Title', '# Other'])
  })

  it('reads nothing below an unclosed comment or fence', () => {
    assert.deepEqual(texts('# a\n\n<!-- b\n\n# c'), ['# a'])
    assert.deepEqual(texts('# a\n\n~~~\n# c'), ['# a', 'code'])
  })
})

describe('headings', () => {
  it('are plain text without images, comments and markup', () => {
    assert.equal(readBlock('## **AI** `use` ![x](y) [now](z) <!-- no -->', 'heading').text, 'AI use  now')
  })
})

describe('paragraphs', () => {
  it('keep their lines, each with its own span', () => {
    const { lines } = readBlock('one\n  **two** words  \n`three`', 'paragraph')
    assert.deepEqual(
      lines.map(({ text, start, end, strong, codeOnly }) => ({ text, start, end, strong, codeOnly })),
      [
        { text: 'one', start: 0, end: 3, strong: null, codeOnly: false },
        { text: 'two words', start: 6, end: 19, strong: { text: 'two', end: 13 }, codeOnly: false },
        { text: 'three', start: 22, end: 29, strong: null, codeOnly: true },
      ],
    )
  })

  it('break at `<br>` and drop lines that are only a comment', () => {
    assert.deepEqual(
      readBlock('a<br>b<br/>c\nd <!-- e -->\n', 'paragraph').lines.map(({ text }) => text),
      ['a', 'b', 'c', 'd'],
    )
    assert.deepEqual(readBody('<!-- e -->').blocks, [])
  })

  it('show what looks like a tag and is none', () => {
    assert.deepEqual(
      readBlock('use <tool name> and <b>bold</b>', 'paragraph').lines.map(({ text }) => text),
      ['use <tool name> and bold'],
    )
  })

  it('know a line in italics', () => {
    const [line] = readBlock('_List the **tools**._', 'paragraph').lines
    assert.equal(line?.emphasisOnly, true)
  })

  it('take newlines that only an entity makes', () => {
    assert.deepEqual(
      readBlock('a&#10;b', 'paragraph').lines.map(({ text }) => text),
      ['a', 'b'],
    )
  })

  it('are what indented code is read as', () => {
    assert.deepEqual(
      readBlock('    one\n\n      two\n', 'paragraph').lines.map(({ text }) => text),
      ['one', 'two'],
    )
  })

  it('show the alternative text of an image', () => {
    assert.equal(readBlock('see ![the graph](x.png)', 'paragraph').lines[0]?.text, 'see the graph')
  })
})

describe('lists', () => {
  it('know ticked, unticked and plain items', () => {
    const { ordered, items } = readBlock('- [x] a\n- [ ] b\n- c\n', 'list')
    assert.equal(ordered, false)
    assert.deepEqual(
      items.map(({ checked }) => checked),
      [true, false, null],
    )
    assert.equal(readBlock('1. a\n2. b', 'list').ordered, true)
  })
})

describe('tables', () => {
  it('have a header and rows of cells without pipes', () => {
    const { header, rows } = readBlock('| a | **b** |\n| --- | --- |\n| `c` | d<br>e |\n|  | f |', 'table')
    assert.deepEqual(
      [header, ...rows].map((row) => row.map(({ text, codes }) => [text, ...codes])),
      [
        [['a'], ['b']],
        [['c', 'c'], ['d\ne']],
        [[''], ['f']],
      ],
    )
  })
})

describe('`<details>`', () => {
  it('hold what stands between the tags, whether or not there are blank lines', () => {
    for (const text of [
      '<details><summary>S</summary>\nx\n</details>',
      '<details>\n<summary>\nS\n</summary>\n\nx\n\n</details>',
      '<details open>\n<summary><b>S</b></summary>\n\nx\n',
    ]) {
      const { summary, blocks } = readBlock(text, 'details')
      assert.equal(summary, 'S')
      assert.deepEqual(
        blocks.map((block) =>
          block.kind === 'paragraph' ? block.lines.map((line) => line.text) : block.kind,
        ),
        [['x']],
      )
    }
  })

  it('nest, and the 21st level is read as part of the 20th', () => {
    let block = readBody('<details>\n\n'.repeat(25)).blocks[0]
    let depth = 0
    while (block?.kind === 'details') {
      depth++
      block = block.blocks[0]
    }
    assert.equal(depth, 20)
  })

  it('end where their container does, and stray tags are nothing', () => {
    const { blocks } = readBody('> <details>\n>\n> a\n\nb\n\n</details>\n</summary>')
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['quote', 'paragraph'],
    )
  })
})

for (const open of ['<!--', '<? ', '<![CDATA[', '<!A ']) {
  it(`a paragraph of thousands of ${open} is not parsed, which would take seconds`, () => {
    const { state, reason } = readBody(`a ${open.repeat(7000)}`)
    assert.equal(state, 'unparsable')
    assert.equal(reason, 'a paragraph opens more than 200 HTML comments that never end')
  })
}

it('comments that end are no reason not to read', () => {
  const text = `${'<!-- a -->\n'.repeat(500)}\n<!-- b\n\nc -->\n\nd`
  assert.equal(readBody(text).state, 'read')
})
