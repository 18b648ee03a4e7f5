// Where the items of one section of a draft go in a description that has the section already.

import type { RootContent } from 'mdast'
import type { Block } from '../document/block.ts'
import { readDocument } from '../document/read-document.ts'
import { readAnswerTexts } from '../extract/answer-texts.ts'
import { isDenial } from '../extract/shapes/denial.ts'
import { heading, renderMarkdown, text } from '../render/markdown.ts'
import { sectionHeadings } from '../vocabulary/section-headings.ts'
import type { DraftedSection } from './create-items.ts'
import { type DraftItem, renderItem } from './draft-item.ts'
import { createContent, leftOutPrompts } from './render-section.ts'
import type { MarkedItem, Region, Survey, SurveyedSection } from './survey-body.ts'

/** Text to put in the place of a stretch. */
export interface Edit {
  start: number
  end: number
  text: string
}

export interface Placed {
  edits: Edit[]
  /** The keys of new items. */
  fresh: string[]
  added: number
  updated: number
  kept: number
}

/** What the section `name` of a draft is about to change in `body`, which `survey` is of. */
export function placeItems(
  name: DraftedSection,
  items: readonly DraftItem[],
  isLeftOut: boolean,
  body: string,
  survey: Survey & { region: Region },
): Placed {
  const placed: Placed = { edits: [], fresh: [], added: 0, updated: 0, kept: 0 }
  const section = survey.region.sections.get(name)
  const edits = isLeftOut && section ? takeOut(section, survey) : []
  if (edits.length > 0) return { ...placed, edits, updated: edits.length }
  const state = section ? readState(name, body.slice(section.start, section.end)) : 'template'
  const fresh = updateItems(items, state === 'denied', body, survey, placed)
  placed.fresh = fresh.map(({ key }) => key)
  placed.added = fresh.length
  const isSaid = section !== undefined && body.slice(section.start, section.end).trim() === leftOutPrompts
  const isLine = items.length === 0 && isLeftOut && !isSaid
  if (fresh.length === 0 && !(isLine && state === 'template')) return placed
  if (!section) placed.edits.push(createSection(name, fresh, isLine, survey.region))
  else if (state === 'template') {
    const content = renderMarkdown(createContent(name, fresh, isLine)).trimEnd()
    placed.edits.push({ start: section.start, end: section.end, text: `\n\n${content}` })
  } else placed.edits.push(...insertItems(name, items, fresh, section, body, survey))
  return placed
}

/** Brings those up to date that nobody changed, into `placed`; gives those that are new. */
function updateItems(
  items: readonly DraftItem[],
  isDenied: boolean,
  body: string,
  survey: Survey & { region: Region },
  placed: Placed,
): DraftItem[] {
  const fresh: DraftItem[] = []
  for (const item of items) {
    const found = survey.items.get(item.key)
    if (found?.isAsDrafted) {
      if (found.hash === item.hash) continue
      placed.edits.push({ start: found.start, end: found.end, text: renderLike(item, found, 0, body) })
      placed.updated++
    } else if (found || isGone(item, survey) || isDenied) placed.kept++
    else if (survey.endMark || !isThere(item, body, survey.region)) fresh.push(item)
  }
  return fresh
}

/** Prompts of a draft before the policy began to leave them out; those that a human changed are the human's. */
function takeOut(section: SurveyedSection, survey: Survey): Edit[] {
  const items = [...survey.items.values()].filter(
    ({ start, end }) => start >= section.start && end <= section.end,
  )
  const drafted = items.filter(({ isAsDrafted }) => isAsDrafted)
  const last = drafted.at(-1)
  return drafted.map((item) => ({
    start: item.start,
    end: item.end,
    // Where nothing else is left, the section says why.
    text: item === last && drafted.length === items.length ? leftOutPrompts : '',
  }))
}

/** Whether a human took it out of the section, or out of its list. */
function isGone({ key }: DraftItem, { endMark, strayKeys }: Survey): boolean {
  return strayKeys.has(key) || (endMark?.keys.includes(key) ?? false)
}

/** Where no mark is left to tell, an item is not written twice. */
function isThere(item: DraftItem, body: string, { start, end }: Region): boolean {
  const words = (markdown: string) => ` ${markdown.replace(/[\s>]+/g, ' ').trim()} `
  return words(body.slice(start, end)).includes(words(renderMarkdown(item.blocks)))
}

/** `template`: nobody has answered it yet. */
function readState(name: DraftedSection, markdown: string): 'template' | 'denied' | 'answered' {
  if (markdown.trim() === leftOutPrompts) return 'template'
  const { blocks, source } = readDocument(markdown, { source: 'body', commitSha: null })
  const { texts, hasDrafted } = readAnswerTexts(blocks, source.text)
  if (hasDrafted || markdown.includes('<!-- ai-worklog:item ')) return 'answered'
  if (texts.length === 0) return isReplaceable(blocks) ? 'template' : 'answered'
  return texts.every((answer) => isDenial(answer, name)) ? 'denied' : 'answered'
}

/** Labels and placeholders make room; boxes, titles and code stay, whoever they are from. */
function isReplaceable(blocks: readonly Block[]): boolean {
  return blocks.every((block) => {
    if (block.kind === 'list') {
      return block.items.every((item) => item.checked === null && isReplaceable(item.blocks))
    }
    return block.kind === 'quote' ? isReplaceable(block.blocks) : block.kind === 'paragraph'
  })
}

/** The section with its heading, at the end of the region. */
function createSection(
  name: DraftedSection,
  items: readonly DraftItem[],
  isLine: boolean,
  { end, depth }: Region,
): Edit {
  const children: RootContent[] = [
    heading(depth, text(sectionHeadings[name].heading)),
    ...createContent(name, items, isLine),
  ]
  return { start: end, end, text: `\n\n${renderMarkdown(children).trimEnd()}` }
}

/** Each new item behind the one that it follows in the draft, else before the one that follows it. */
function insertItems(
  name: DraftedSection,
  items: readonly DraftItem[],
  fresh: readonly DraftItem[],
  section: SurveyedSection,
  body: string,
  survey: Survey,
): Edit[] {
  const gap = name === 'prompts' ? '\n\n' : '\n'
  const edits: Edit[] = []
  const loose: DraftItem[] = []
  let before: MarkedItem | undefined
  let count = 0
  for (const item of items) {
    const found = survey.items.get(item.key)
    if (found) {
      before = found
      count = 0
    } else if (fresh.includes(item)) {
      if (!before) loose.push(item)
      else {
        count++
        const prefix = gap + prefixOf(before, body)
        edits.push({
          start: before.end,
          end: before.end,
          text: prefix + renderLike(item, before, count, body),
        })
      }
    }
  }
  if (loose.length === 0) return edits
  const next = items.flatMap((item) => survey.items.get(item.key) ?? [])[0]
  if (next) {
    const prefix = prefixOf(next, body)
    const list = loose.map((item) => `${renderLike(item, next, 0, body)}${gap}${prefix}`)
    return [{ start: next.start, end: next.start, text: list.join('') }, ...edits]
  }
  const content = renderMarkdown(createContent(name, loose, false)).trimEnd()
  return [{ start: section.end, end: section.end, text: `\n\n${content}` }, ...edits]
}

/** `item` with the marker and the indentation of `like`, `further` items on. */
function renderLike(item: DraftItem, like: MarkedItem, further: number, body: string): string {
  const [, digits, sign = '-'] = /^(\d{1,9})?([-*+.)])/.exec(body.slice(like.start, like.end)) ?? []
  const number = digits === undefined ? null : Math.min(Number(digits) + further, 999_999_999)
  const prefix = prefixOf(like, body)
  return renderItem(item, number)
    .replace(/^(\d*)[.-]/, (_, own: string) => own + sign)
    .replace(/\n(?!\n|$)/g, () => `\n${prefix}`)
}

/** What stands before an item on its line. */
function prefixOf({ start }: MarkedItem, body: string): string {
  return body.slice(body.lastIndexOf('\n', start - 1) + 1, start)
}
