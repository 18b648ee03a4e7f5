// The items of a draft, by the section they stand in. What says nothing is left out.

import type { BlockContent } from 'mdast'
import { readToolList } from '../extract/shapes/tool-mention-list.ts'
import { countAttempts } from './count-attempts.ts'
import type { Draft, DraftCorrection, DraftFailure, DraftPrompt, DraftTool } from './draft.ts'
import { createItem, type DraftItem } from './draft-item.ts'
import { isPlainProse } from './is-plain-prose.ts'
import { createLabelLines } from './label-lines.ts'
import { toOneLine, toPlainText } from './plain-text.ts'

export const draftedSections = ['tools', 'prompts', 'failures', 'corrections'] as const

export type DraftedSection = (typeof draftedSections)[number]

type Items = Readonly<Record<DraftedSection, readonly DraftItem[]>>

/** A draft never changes, and is rendered more than once: to see whether it fits, whether it leaks, and to be shown. */
const known = new WeakMap<Draft, Items>()

/** The items of `draft` in its order. */
export function createItems(draft: Draft): Items {
  const items = known.get(draft) ?? toItems(draft)
  known.set(draft, items)
  return items
}

function toItems(draft: Draft): Items {
  return {
    tools: draft.tools.flatMap((tool) => create(tool.key, createTool(tool))),
    prompts: draft.prompts
      .filter(({ text }) => text.trim() !== '')
      .flatMap((prompt, index) => create(prompt.key, createPrompt(prompt, index === 0))),
    failures: draft.failures.flatMap((failure) => create(failure.key, createFailure(failure))),
    corrections: draft.corrections.flatMap((row) => create(row.key, createCorrection(row))),
  }
}

function create(key: string, blocks: readonly BlockContent[]): DraftItem[] {
  return blocks.length === 0 ? [] : [createItem(key, blocks)]
}

/** `Claude Code 2.1.40 (claude-opus-4-6)` where that is read as just this, else part by part. */
function createTool({ name, version, model }: DraftTool): BlockContent[] {
  const short = [name, version, model === null ? null : `(${model})`]
    .filter((part) => part !== null)
    .join(' ')
  const [read, ...others] = plainTool.test(short) ? readToolList(short) : []
  const isRead =
    read?.name === name && read.version === version && read.model === model && read.used_for === null
  if (isRead && others.length === 0) {
    return [{ type: 'paragraph', children: [{ type: 'text', value: short }] }]
  }
  const lines = createLabelLines([
    { label: 'Tool', value: name },
    { label: 'Version', value: version, isCode: true },
    { label: 'Model', value: model, isCode: true },
  ])
  return lines && toOneLine(name) !== '' ? [lines] : []
}

const plainTool = /^[A-Za-z][\w .()/+-]*$/

/** A quote of what is plain prose; all else goes into a fence, which nothing can leave. */
function createPrompt({ kind, text: written }: DraftPrompt, isFirst: boolean): BlockContent[] {
  const text = toPlainText(written)
  const label = isFirst === (kind === 'initial') ? null : kind === 'initial' ? 'Initial' : 'Refinement'
  const above: BlockContent[] =
    label === null
      ? []
      : [
          {
            type: 'paragraph',
            children: [{ type: 'strong', children: [{ type: 'text', value: `${label}:` }] }],
          },
        ]
  // Plain prose is its own Markdown: an escape would be read as part of it.
  return isPlainProse(text)
    ? [...above, { type: 'blockquote', children: [{ type: 'html', value: text }] }]
    : [...above, { type: 'code', value: text }]
}

function createFailure(failure: DraftFailure): BlockContent[] {
  const { attempt, error, cause, resolution } = failure
  const lines = createLabelLines([
    { label: 'Attempt', value: attempt, isCode: true, note: countAttempts(failure) },
    { label: 'Error', value: error, isCode: true },
    { label: 'Cause', value: cause, ask: 'why' },
    { label: 'Resolution', value: resolution, ask: 'what you changed' },
  ])
  return lines ? [lines] : []
}

function createCorrection({ what, reason, path, before, after }: DraftCorrection): BlockContent[] {
  const lines = createLabelLines([
    { label: 'What', value: what },
    { label: 'Why', value: reason, ask: 'why' },
    { label: 'File', value: path, isCode: true },
  ])
  if (before === null && after === null) return lines ? [lines] : []
  const changed = [...prefix('-', before), ...prefix('+', after)]
  // Where a line looks like the head of a file, what stands below a hunk's head is none.
  const isUnclear = changed.some((line) => /^(?:--- |\+\+\+ )/.test(line))
  const value = [...(isUnclear ? ['@@ @@'] : []), ...changed].join('\n')
  return [...(lines ? [lines] : []), { type: 'code', lang: 'diff', value }]
}

function prefix(sign: '-' | '+', text: string | null): string[] {
  if (text === null) return []
  return toPlainText(text)
    .split('\n')
    .map((line) => `${sign}${line}`)
}
