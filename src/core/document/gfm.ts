// GitHub's Markdown as far as it gives structure: tables, task lists and strikethrough, from the packages that
// remark-gfm bundles. Left out are bare URLs, whose pass over all text costs a quarter of a cold start, and
// footnotes: a reader of answers needs neither. bench/ has the figures.

import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import type { Processor } from 'unified'

/** A remark plugin that reads (and does not write) these parts of GFM. */
export function gfm(this: Processor): undefined {
  const data = this.data()
  data.micromarkExtensions = [gfmTable(), gfmTaskListItem(), gfmStrikethrough()]
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ]
}
