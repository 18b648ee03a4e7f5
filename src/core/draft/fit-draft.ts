// Makes a draft small enough to be read and posted: GitHub takes 65,536 characters, and a reader refuses texts with
// thousands of brackets in a row.

import { findUnread } from '../document/parse-markdown.ts'
import type { Draft } from './draft.ts'
import { mapDraft } from './map-draft.ts'
import { toOneLine } from './plain-text.ts'

/** Leaves room for what a human writes around the section. */
export const mostCharacters = 60_000

/** What is tried in turn: how long a text may be, and when that is not enough, how many the items of a section. */
const steps: readonly [characters: number, items: number][] = [
  [16_000, 400],
  [8000, 200],
  [4000, 200],
  [2000, 100],
  [1000, 100],
  [500, 50],
  [250, 25],
  [100, 10],
]

/** What has been made to fit is not looked at again. */
const known = new WeakSet<Draft>()

/** `draft` itself when what `render` makes of it is readable, else with texts and lists cut as little as need be. */
export function fitDraft(draft: Draft, render: (draft: Draft) => string): Draft {
  if (known.has(draft)) return draft
  const fit = findFit(draft, render)
  known.add(fit)
  return fit
}

function findFit(draft: Draft, render: (draft: Draft) => string): Draft {
  const isFit = (some: Draft) => {
    if (countCharacters(some) > mostCharacters) return false
    const markdown = render(some)
    return markdown.length <= mostCharacters && findUnread(markdown) === null
  }
  if (isFit(draft)) return draft
  // One text that cannot be read must not cost the others theirs.
  const readable = mapDraft(draft, cutUnreadable)
  let fit = readable
  for (const [characters, items] of isFit(readable) ? [] : steps) {
    const short = mapDraft(readable, (text) => cutText(text, characters))
    if (isFit(short)) return short
    fit = cutLists(short, items)
    if (isFit(fit)) break
  }
  return fit
}

/** Of its texts, which are shorter than its Markdown. White space may shrink to one space a run. */
function countCharacters(draft: Draft): number {
  let count = 0
  mapDraft(draft, (text) => {
    count += toOneLine(text).length
    return text
  })
  return count
}

/** A text half as long as often as it takes to be read where it stands in a fence in an item. */
function cutUnreadable(text: string): string {
  let cut = text
  const isReadable = () => findUnread(`1. \`\`\`\n${cut.replace(/^/gm, '   ')}`)?.state !== 'unparsable'
  while (cut.length > 1 && !isReadable()) cut = cutText(text, Math.floor(cut.length / 2))
  return cut
}

function cutText(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`
}

/** The first of a list tell how the work began, and the last how it ended. */
function cutLists(draft: Draft, most: number): Draft {
  const cut = <T>(items: readonly T[]): readonly T[] =>
    items.length <= most
      ? items
      : [...items.slice(0, Math.ceil(most / 2)), ...items.slice(items.length - Math.floor(most / 2))]
  return {
    ...draft,
    tools: cut(draft.tools),
    prompts: cut(draft.prompts),
    failures: cut(draft.failures),
    corrections: cut(draft.corrections),
  }
}
