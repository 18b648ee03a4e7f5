// Whether an output acts: on the runner that logs it, the terminal or page that shows it, or the people it names.

import assert from 'node:assert/strict'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

// Control characters but tab and newline, what reorders text, and what nobody sees.
const active =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u3164\uFFA0]|[\p{Bidi_Control}\u00AD\u200B-\u200D\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/u

/** Asserts that no line of `text` is a workflow command and that nothing in it acts on a terminal. */
export function assertInert(text: string): void {
  assert.doesNotMatch(text, active)
  assert.ok(text.isWellFormed())
  for (const line of text.split('\n')) {
    assert.doesNotMatch(line, /^\s*::/u)
    assert.ok(!line.includes('##['), line)
  }
}

/** Asserts that `json` is inert and still says `value`. */
export function assertInertJson(json: string, value: unknown): void {
  assert.ok(!json.includes('##['))
  assert.doesNotMatch(json, active)
  assert.deepEqual(JSON.parse(json), value)
}

/** Asserts that `markdown` shows text, lists, tables and our own details, and nothing that loads, links or mentions. */
export function assertInertMarkdown(markdown: string): void {
  assert.doesNotMatch(markdown, active)
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: reader })
  for (const node of walk(tree)) {
    assert.ok(!unwanted.has(node.type), `${node.type} in ${JSON.stringify(markdown.slice(0, 500))}`)
    if (node.type === 'html') assert.match(node.value, ownHtml)
    if (node.type === 'text') assert.doesNotMatch(node.value, /@[\p{L}\p{N}_-]|#\d|\bGH-\d/iu)
  }
}

// Its transforms link addresses whose marks are escaped, which GitHub leaves alone.
const reader = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))

const unwanted = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'definition',
  'footnoteReference',
])
const ownHtml =
  /^(?:<!-- -->|<\/?details>|<details><summary>What (?:failed|a human corrected) \(\d+\)<\/summary>)$/

function* walk(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* walk(child)
}
