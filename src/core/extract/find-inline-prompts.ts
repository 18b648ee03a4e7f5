// Prompts in quotation marks within a sentence: `with the prompt: "…"`, `Claude Opus 4.5: "…"`, `(Then "…")`.

import type { Block, Paragraph } from '../document/block.ts'
import { paragraphToText } from '../document/block-text.ts'
import type { StatedPrompt } from './sections/read-prompts.ts'
import { isPlaceholder } from './shapes/placeholder.ts'
import { findToolMentions } from './shapes/tool-mention.ts'

/** The quoted prompts of the paragraphs of `blocks`. `isTraced`: something else shows that AI took part. */
export function findInlinePrompts(
  blocks: readonly Block[],
  source: string,
  isTraced: boolean,
): StatedPrompt[] {
  const prompts: StatedPrompt[] = []
  for (const block of paragraphsOf(blocks)) {
    const text = paragraphToText(block)
    const codes = block.lines.flatMap((line) => line.codes)
    if (!/["“]/.test(text) && codes.length === 0) continue
    const shown = codes.filter((code) => isPromptCode(code, text))
    for (const quoted of [...findQuoted(text, isTraced, prompts.length > 0), ...shown]) {
      if (isPlaceholder(quoted)) continue
      const span = findSpan(block, source, quoted)
      prompts.push({
        ...span,
        text: quoted,
        kind: prompts.length === 0 ? 'initial' : 'refinement',
        result: null,
        tool: null,
      })
    }
  }
  return prompts
}

function* paragraphsOf(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block
    else if (block.kind === 'list') {
      for (const item of block.items) if (item.checked !== false) yield* paragraphsOf(item.blocks)
    }
  }
}

/** ``the prompt used is `…` `` */
function isPromptCode(code: string, text: string): boolean {
  const at = text.indexOf(code)
  return /\S\s+\S+\s+\S/.test(code) && at > 0 && promptBefore.test(text.slice(Math.max(0, at - 120), at))
}

function findQuoted(text: string, isTraced: boolean, follows: boolean): string[] {
  const found: string[] = []
  for (const match of text.matchAll(quotation)) {
    const before = text.slice(Math.max(0, match.index - 120), match.index)
    const after = follows || found.length > 0
    if (
      promptBefore.test(before) ||
      (after && thenBefore.test(before)) ||
      (isTraced && requestBefore.test(before)) ||
      isAfterTool(before)
    ) {
      found.push((match[1] ?? match[2] ?? '').trim())
    }
  }
  return found
}

// A quotation of at least three words; a closing mark inside the text is one only before white space or the end.
const quotation = /"([^"“”]{8,4000}?)"(?=[\s.,;:)]|$)|“([^“”]{8,4000})”/g
const promptBefore =
  /\b(?:prompts?|prompted|prompting|custom instructions)(?: (?:was|were|is|it|them|used|with|to \w+|literally|just|simply|that said|saying|claude|chatgpt|copilot|codex|cursor|gemini|the \w+|like|:)){0,5}\s?[:,]?\s?$/i
const thenBefore = /(?:^|[\s(])(?:then|and then|followed by|next|finally|after that)(?: \w+){0,3}[:,]?\s?$/i
const requestBefore =
  /\b(?:original|initial|user(?:'s)?|the) (?:request|ask|task|instruction)\b[^"“]{0,60}[:,]\s?$|\b(?:requested|asked)\b[^"“.]{0,30}:\s?$/i

/** `Claude Opus 4.5: "…"`: a model, then what it was told. */
function isAfterTool(before: string): boolean {
  if (!/:\s?$/.test(before)) return false
  const last = findToolMentions(before.replace(/:\s?$/, '')).at(-1)
  return last?.model != null && /^\s*$/.test(before.slice(last.end).replace(/:\s?$/, ''))
}

/** Where a quotation stands: the source may wrap it and mark it up. */
function findSpan(block: Paragraph, source: string, quoted: string): { start: number; end: number } {
  const written = source.slice(block.start, block.end)
  const [first = '', ...words] = quoted.split(/\s+/)
  let start = written.indexOf(first)
  while (start >= 0) {
    let end = start + first.length
    const isAll = words.every((word) => {
      const at = written.indexOf(word, end)
      if (at < 0 || at - end > 12) return false
      end = at + word.length
      return true
    })
    if (isAll) return { start: block.start + start, end: block.start + end }
    start = written.indexOf(first, start + 1)
  }
  return { start: block.start, end: block.end }
}
