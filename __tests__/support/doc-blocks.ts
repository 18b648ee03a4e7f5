// The code blocks of the documentation, for the tests that run, parse and lint them.

import { readdirSync, readFileSync } from 'node:fs'
import type { Code, Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

export interface DocBlock {
  /** Path from the root of the project. */
  file: string
  /** First line of the block, from 1. */
  line: number
  /** Empty for a block without one. */
  language: string
  /** What follows the language; empty for nothing. */
  meta: string
  text: string
  /** True after the comment `<!-- invalid -->`: the block shows what is wrong. */
  isInvalid: boolean
}

const root = new URL('../../', import.meta.url)
const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/** The Markdown files for people, from the root of the project. */
export const docFiles: readonly string[] = ['.', 'docs'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => (folder === '.' ? name : `${folder}/${name}`)),
)

/** Every code block of every file, in order. */
export const docBlocks: readonly DocBlock[] = docFiles.flatMap((file) => {
  const text = readFileSync(new URL(file, root), 'utf8')
  return listBlocks(parser.parse(text)).map(({ node, isInvalid }) => ({
    file,
    line: node.position?.start.line ?? 0,
    language: node.lang ?? '',
    meta: node.meta ?? '',
    text: node.value,
    isInvalid,
  }))
})

function listBlocks(parent: Nodes): { node: Code; isInvalid: boolean }[] {
  if (!('children' in parent)) return []
  return parent.children.flatMap((node, index) => {
    if (node.type !== 'code') return listBlocks(node)
    const before = parent.children[index - 1]
    return [{ node, isInvalid: before?.type === 'html' && before.value === '<!-- invalid -->' }]
  })
}

/** Whether a block runs `dataset` or `report`, which write folders: dataset-docs.test.ts runs those. */
export function isOfDataset({ language, text }: Pick<DocBlock, 'language' | 'text'>): boolean {
  return ['console', 'sh'].includes(language) && /dist\/cli\.js (?:dataset|report)\b/.test(text)
}
