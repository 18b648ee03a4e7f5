// `**Label:** value` lines in one paragraph: how facts stand in an item.

import type { Paragraph, PhrasingContent } from 'mdast'
import { toOneLine } from './plain-text.ts'

/** A fact: as prose, or as code where it is a machine's. */
export interface Fact {
  label: string
  value: string | null
  isCode?: boolean
}

/** The lines of those `facts` that say something; null when none does. */
export function createLabelLines(facts: readonly Fact[]): Paragraph | null {
  const lines = facts.flatMap(({ label, value, isCode = false }): PhrasingContent[][] => {
    const line = value === null ? '' : toOneLine(value)
    if (line === '') return []
    const strong: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: `${label}:` }] }
    return isCode || active.test(line)
      ? [[strong, { type: 'text', value: ' ' }, { type: 'inlineCode', value: line }]]
      : [[strong, { type: 'text', value: ` ${line}` }]]
  })
  if (lines.length === 0) return null
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'text', value: '\n' }, ...line],
  )
  return { type: 'paragraph', children }
}

// What GitHub makes something of in spite of escapes, and what nobody sees.
const active = /:\/\/|\bwww\.|\$|:[\w+-]+:|[\p{Cc}\p{Cf}]/iu
