// Whether a text can stand in a quote as it is: GitHub shows just these words, and the reader gives them back.

import type { Nodes } from 'mdast'
import { parseMarkdown } from '../document/parse-markdown.ts'

/** True for paragraphs of plain words and inline code that mention, link and format nothing. */
export function isPlainProse(text: string): boolean {
  if (text.length > longest || text !== text.trim() || oddSpace.test(text) || quoted.test(text)) return false
  // Most prompts are of nothing but words, which need not be parsed to be told.
  if (onlyWords.test(text)) return !active.test(text)
  const parsed = parseMarkdown(text)
  if (parsed.state !== 'read') return false
  return parsed.tree.children.every((node) => node.type === 'paragraph' && isPlain(node, text))
}

const longest = 4000

// Lines that begin with a letter and hold no character that begins or formats anything in Markdown.
const onlyWords = /^(?:(?:\p{L}[\p{L}\p{N} ,.;:'"“”‘’?!%()/+=-]*)?(?:\n|$))+$/u

// Space that Markdown drops, and characters that nobody sees.
const oddSpace = /^ | $|[^\S \n]|\n{3}|[\0-\x09\x0b-\x1f\x7f-\x9f\p{Cf}\p{Cs}]/mu

// Marks around all of a prompt are read as no part of it.
const quoted = /^["“«‘'「`]/

// Tags, entities, escapes, links, tables, mathematics, and what GitHub makes of names, addresses, numbers and words
// between colons.
const active = /[<>&\\[\]|$@^]|\/\/|\bwww\.|\bGH-\d|#\d|:[\w+-]+:|\b[0-9a-f]{7,40}\b/i

// What redaction puts in the place of a secret.
const marks = /\[(?:REDACTED|OMITTED):[\w-]+\]/g

function isPlain(node: Nodes, text: string): boolean {
  const { start, end } = node.position ?? {}
  const written = text.slice(start?.offset ?? 0, end?.offset ?? 0)
  if (node.type === 'text') return node.value === written && !active.test(written.replace(marks, ''))
  if (node.type === 'inlineCode') return !node.value.includes('\n') && !written.startsWith('``')
  return node.type === 'paragraph' && node.children.every((child) => isPlain(child, text))
}
