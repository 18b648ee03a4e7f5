// The context section: what the AI was told about the task, and the issues it belongs to.

import type { Block } from '../../document/block.ts'
import type { WorklogRecord } from '../../record/schema.ts'
import { contextLabels } from '../../vocabulary/field-labels.ts'
import { entryText } from '../entry.ts'
import type { Passage } from '../passage.ts'
import { readEntries } from '../read-entries.ts'
import { isDenial } from '../shapes/denial.ts'
import { isGenericTitle } from '../shapes/generic-title.ts'

export type StatedContext = Omit<WorklogRecord['context'], 'linked_issues'>

/** Reads the context of `passages`; the values of a label that occurs twice are joined by a newline. */
export function readContext(passages: readonly Passage[], source: string): StatedContext {
  const context: StatedContext = {
    domain: null,
    requirements: null,
    constraints: null,
    performance: null,
    notes: null,
  }
  const add = (field: keyof StatedContext, text: string) => {
    if (text === '') return
    context[field] = context[field] === null ? text : `${context[field]}\n${text}`
  }
  for (const passage of passages) {
    for (const entry of readEntries(labelledBlocks(passage), source, contextLabels)) {
      for (const field of fields) add(field, entry.fields.get(field)?.text ?? '')
      const text = entryText(entry)
      if (!isDenial(text, 'context')) {
        add(
          'notes',
          entry.title !== null && !isGenericTitle(entry.title) && text !== ''
            ? `${entry.title}: ${text}`
            : text,
        )
      }
      for (const code of entry.codes) add('notes', code.value)
    }
  }
  return context
}

const fields = ['domain', 'requirements', 'constraints', 'performance', 'notes'] as const

/** A passage under the title "Constraints" says so only in its title. */
function labelledBlocks(passage: Passage): readonly Block[] {
  const { title, start } = passage
  if (!/^\W*(?:constraints|requirements)\W*$/i.test(title)) return passage.blocks
  return [{ kind: 'heading', depth: 6, text: title, start, end: start }, ...passage.blocks]
}
