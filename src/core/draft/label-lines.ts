// `**Label:** value` lines in one paragraph: how facts stand in an item.

import type { Paragraph, PhrasingContent } from 'mdast'
import { toOneLine } from './plain-text.ts'

/** A fact: as prose, or as code where it is a machine's. */
export interface Fact {
  label: string
  value: string | null
  isCode?: boolean
  /** Plain words behind the value, which are no part of it. */
  note?: string
  /** What a human is asked for when there is no value, as a comment, which the reader takes for no answer. */
  ask?: string
}

/** The lines of those `facts` that say or ask something; null when none says anything. */
export function createLabelLines(facts: readonly Fact[]): Paragraph | null {
  if (facts.every(({ value }) => value === null || toOneLine(value) === '')) return null
  const lines = facts.flatMap(({ label, value, isCode = false, note = '', ask }): PhrasingContent[][] => {
    const line = value === null ? '' : toOneLine(value)
    const strong: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: `${label}:` }] }
    if (line === '') {
      if (ask === undefined) return []
      return [[strong, { type: 'text', value: ' ' }, { type: 'html', value: `<!-- ${ask} -->` }]]
    }
    const behind = note === '' ? '' : ` ${note}`
    return isCode || active.test(line)
      ? [
          [
            strong,
            { type: 'text', value: ' ' },
            { type: 'inlineCode', value: line },
            { type: 'text', value: behind },
          ],
        ]
      : [[strong, { type: 'text', value: ` ${line}${behind}` }]]
  })
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'text', value: '\n' }, ...line],
  )
  return { type: 'paragraph', children }
}

// What GitHub makes something of in spite of escapes, and what nobody sees.
const active = /:\/\/|\bwww\.|\$|:[\w+-]+:|[\p{Cc}\p{Cf}]/iu
