// One item of a draft as the blocks of a list item, and as Markdown.

import type { BlockContent, ListItem } from 'mdast'
import { hashContent, writeItemMark } from '../document/draft-marks.ts'
import { renderMarkdown } from '../render/markdown.ts'

export interface DraftItem {
  key: string
  /** Of its Markdown behind the mark. */
  hash: string
  /** Without the mark. */
  blocks: readonly BlockContent[]
}

export function createItem(key: string, blocks: readonly BlockContent[]): DraftItem {
  return { key, hash: hashContent(renderMarkdown(blocks)), blocks }
}

/** The item with its mark. */
export function toListItem({ key, hash, blocks }: DraftItem): ListItem {
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'html', value: writeItemMark({ key, hash }) }, ...blocks],
  }
}

/** Markdown of the item as a list of its own, without a newline at the end; `number` is null for a bullet. */
export function renderItem(item: DraftItem, number: number | null): string {
  const children = [toListItem(item)]
  return renderMarkdown([
    { type: 'list', ordered: number !== null, start: number, spread: false, children },
  ]).replace(/\n$/, '')
}
