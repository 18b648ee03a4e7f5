import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { access, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createActionTables } from '../../scripts/docs/action-tables.ts'
import { fillMarkers } from '../../scripts/docs/fill-markers.ts'
import { docFiles } from '../support/doc-blocks.ts'

const root = new URL('../../', import.meta.url)

describe('generated parts of the docs', () => {
  it('are what the code says', async () => {
    const script = fileURLToPath(new URL('scripts/write-docs.ts', root))
    await promisify(execFile)(process.execPath, [script, '--check'])
  })

  it('has a table for every struct of the record', async () => {
    const text = await readFile(new URL('docs/format.md', root), 'utf8')
    const schema = JSON.parse(await readFile(new URL('schema/record.v1.schema.json', root), 'utf8'))
    for (const name of Object.keys(schema.$defs)) {
      assert.ok(text.includes(`### ${name}\n`), name)
      assert.ok(text.includes(`<!-- generated:struct-${name} -->`), name)
    }
  })

  for (const path of docFiles) {
    it(`${path} links only to what is there`, async () => {
      const text = await readFile(new URL(path, root), 'utf8')
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
        const linked = new URL(target, new URL(path, root))
        await access(new URL(linked.pathname, root))
        if (linked.hash !== '') assert.ok((await readAnchors(linked)).includes(linked.hash), target)
      }
    })
  }
})

describe('fillMarkers', () => {
  const parts = new Map([['a', 'new']])

  it('replaces what is between the markers, again and again', () => {
    const filled = fillMarkers('x\n<!-- generated:a -->\nold\n<!-- /generated:a -->\ny', parts)
    assert.equal(filled, 'x\n<!-- generated:a -->\n\nnew\n\n<!-- /generated:a -->\ny')
    assert.equal(fillMarkers(filled, parts), filled)
  })

  it('leaves what an evaluation measured to the evaluation', () => {
    const text = '<!-- generated:a -->\n<!-- /generated:a -->\n<!-- measured:a -->\n<!-- /measured:a -->'
    assert.match(fillMarkers(text, parts), /\n<!-- measured:a -->\n<!-- \/measured:a -->$/)
    assert.match(
      fillMarkers(text, parts, 'measured'),
      /\n<!-- measured:a -->\n\nnew\n\n<!-- \/measured:a -->$/,
    )
  })

  it('refuses a name that nothing generates and a marker without its end', () => {
    assert.throws(() => fillMarkers('<!-- generated:b --><!-- /generated:b -->', parts), {
      message: 'Nothing generates `b`, allowed: a',
    })
    assert.throws(() => fillMarkers('<!-- generated:a -->', parts), /Unpaired marker/)
  })
})

describe('createActionTables', () => {
  it('names the tables of another action', () => {
    assert.deepEqual(
      [...createActionTables('inputs: {}\noutputs: {}\n', 'dataset-').keys()],
      ['dataset-inputs', 'dataset-outputs'],
    )
  })

  it('lists inputs and outputs', () => {
    const tables = createActionTables(
      'inputs:\n  mode:\n    description: |\n      One | two\n      three\n    default: warn\n  policy:\n    description: File\noutputs:\n  result:\n    description: Verdict\n',
    )
    assert.equal(
      tables.get('inputs'),
      [
        '| Input    | Meaning          | Default |',
        '| -------- | ---------------- | ------- |',
        '| `mode`   | One \\| two three | `warn`  |',
        '| `policy` | File             |         |',
      ].join('\n'),
    )
    assert.equal(
      tables.get('outputs'),
      ['| Output   | Meaning |', '| -------- | ------- |', '| `result` | Verdict |'].join('\n'),
    )
  })
})

/** The anchors GitHub gives to the headings of a file, with `#`. */
async function readAnchors(file: URL): Promise<string[]> {
  const text = await readFile(new URL(file.pathname, root), 'utf8')
  return [...text.matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-')}`,
  )
}
