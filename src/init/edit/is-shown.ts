// Whether our block in a Markdown text is read as one, or lies in something that the text leaves open.

import { parseMarkdown } from '../../core/document/parse-markdown.ts'
import type { BlockName } from './block.ts'
import { toLf } from './text-style.ts'

/** Whether the mark that begins block `name` of `text` stands by itself. True for a text too large to be parsed. */
export function isShown(text: string, name: BlockName): boolean {
  const parsed = parseMarkdown(toLf(text))
  if (parsed.state !== 'read') return true
  return parsed.tree.children.some(
    (node) => node.type === 'html' && node.value.startsWith(`<!-- ai-worklog:begin ${name} `),
  )
}
