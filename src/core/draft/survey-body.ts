// What a description holds of a drafted section: its marks and items, and where its headings stand.

import type { Heading, Nodes, Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { Span } from '../document/block.ts'
import { hashContent, readEndMark, readItemMark, readStartMark } from '../document/draft-marks.ts'
import { classifyTitle } from '../extract/classify-title.ts'
import { normalizeTitle } from '../extract/normalize-title.ts'
import type { SectionName } from '../record/section-name.ts'
import { sectionHeadings } from '../vocabulary/section-headings.ts'

/** A list item that a mark of ours opens. */
export interface MarkedItem extends Span {
  key: string
  /** The hash in its mark: how it read when it was drafted. */
  hash: string
  /** Whether it still reads so. */
  isAsDrafted: boolean
}

export interface SurveyedSection {
  /** The end of its heading. */
  start: number
  /** The end of what stands in it, without white space. */
  end: number
}

/** The section, or what is left of it. Offsets are offsets into the text that was surveyed. */
export interface Region {
  /** Where a mark belongs that opens it. */
  start: number
  /** The end of what stands in it, without white space and the mark that closes it. */
  end: number
  /** Of the headings in it. */
  depth: 3 | 4
  sections: ReadonlyMap<SectionName, SurveyedSection>
}

export interface Survey {
  startMark: (Span & { version: string }) | null
  endMark: (Span & { keys: readonly string[] }) | null
  /** The items by their key; of two with one key the first. */
  items: ReadonlyMap<string, MarkedItem>
  /** Keys of marks that open no item any more. */
  strayKeys: ReadonlySet<string>
  /** Null when nothing looks like the section. */
  region: Region | null
}

/** Surveys `tree`, which was parsed from `text`. */
export function surveyBody(tree: Root, text: string): Survey {
  const items = new Map<string, MarkedItem>()
  const strayKeys = new Set<string>()
  collectMarks(tree, text, items, strayKeys)
  const marks = tree.children.flatMap((node) => (node.type === 'html' ? [node] : []))
  const startMark =
    marks.flatMap((node) => {
      const version = readStartMark(node.value)
      return version === null ? [] : [{ ...spanOf(node), version }]
    })[0] ?? null
  const ends = marks.flatMap((node) => {
    const keys = readEndMark(node.value)
    return keys === null ? [] : [{ ...spanOf(node), keys }]
  })
  // One that is left of a section which is gone may stand above.
  const own = ends.find(({ start }) => startMark !== null && start > startMark.start) ?? ends[0]
  const endMark = own ? { ...own, keys: [...new Set(ends.flatMap(({ keys }) => keys))] } : null
  const region = findRegion(tree, text, startMark, endMark, [...items.values()])
  return { startMark, endMark, items, strayKeys, region }
}

function collectMarks(
  node: Nodes,
  text: string,
  items: Map<string, MarkedItem>,
  strayKeys: Set<string>,
): void {
  if (node.type === 'blockquote') return
  if (node.type === 'html') {
    const key = readItemMark(node.value)?.key
    if (key !== undefined) strayKeys.add(key)
  }
  if (!('children' in node)) return
  const [first, ...others] = node.children
  const mark = node.type === 'listItem' && first?.type === 'html' ? readItemMark(first.value) : null
  if (first && mark && !items.has(mark.key)) {
    const span = spanOf(node)
    const isAsDrafted = hashContent(text.slice(spanOf(first).end, span.end)) === mark.hash
    items.set(mark.key, { ...span, ...mark, isAsDrafted })
    for (const child of others) collectMarks(child, text, items, strayKeys)
  } else for (const child of node.children) collectMarks(child, text, items, strayKeys)
}

function findRegion(
  tree: Root,
  text: string,
  startMark: Span | null,
  endMark: Span | null,
  items: readonly MarkedItem[],
): Region | null {
  const headings = tree.children.filter((node) => node.type === 'heading')
  const own = headings.filter((node) => isOwn(node))
  const title =
    headings.find((node) => normalizeTitle(toText(node)) === 'ai worklog' && isAfter(node, startMark)) ??
    headings.find((node) => normalizeTitle(toText(node)) === 'ai worklog') ??
    headings.find((node) => asksAboutAi(node) && countBelow(node, headings, own) > 1)
  const starts = [startMark, ...items, own.length > 1 ? own[0] && spanOf(own[0]) : null].flatMap(
    (span) => span?.start ?? [],
  )
  if (!title && starts.length === 0) return null
  const start = lineStart(text, title ? spanOf(title).start : Math.min(...starts))
  const next = headings.find((node) => title && spanOf(node).start > start && node.depth <= title.depth)
  const lastOwn = own.at(-1)
  const after =
    title || !lastOwn
      ? next
      : headings.find((node) => spanOf(node).start > spanOf(lastOwn).start && node.depth <= lastOwn.depth)
  const limit = after && spanOf(after).start > start ? spanOf(after).start : text.length
  const end = endMark && endMark.start >= start ? Math.min(limit, endMark.start) : limit
  const inside = headings.filter(
    (node) => node !== title && spanOf(node).start >= start && spanOf(node).start < end,
  )
  return {
    start,
    end: trimEnd(text, title ? spanOf(title).end : start, end),
    depth: (title?.depth ?? 2) > 2 ? 4 : 3,
    sections: findSections(inside, text, end),
  }
}

function findSections(
  headings: readonly Heading[],
  text: string,
  end: number,
): Map<SectionName, SurveyedSection> {
  const sections = new Map<SectionName, SurveyedSection>()
  headings.forEach((node, index) => {
    const topic = classifyTitle(toText(node))?.topic
    if (topic === undefined || topic === 'disclosure' || sections.has(topic)) return
    const next = headings.slice(index + 1).find(({ depth }) => depth <= node.depth)
    const start = spanOf(node).end
    sections.set(topic, { start, end: trimEnd(text, start, next ? spanOf(next).start : end) })
  })
  return sections
}

function isOwn(node: Heading): boolean {
  return ownHeadings.has(toText(node).trim())
}

// Who titles two sections like this speaks of AI work; tools and context have sections of other kinds, too.
const ownHeadings = new Set(
  (['prompts', 'failures', 'corrections', 'review'] as const).map((name) => sectionHeadings[name].heading),
)

function asksAboutAi(node: Heading): boolean {
  return classifyTitle(toText(node))?.topic === 'disclosure'
}

/** How many of `own` stand below `title`. */
function countBelow(title: Heading, headings: readonly Heading[], own: readonly Heading[]): number {
  const { start } = spanOf(title)
  const next = headings.find((node) => spanOf(node).start > start && node.depth <= title.depth)
  const end = next ? spanOf(next).start : Number.POSITIVE_INFINITY
  return own.filter((node) => spanOf(node).start > start && spanOf(node).start < end).length
}

function isAfter(node: Heading, mark: Span | null): boolean {
  return mark === null || spanOf(node).start > mark.start
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The end of the last word of `text` from `start` to `end`. */
function trimEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
