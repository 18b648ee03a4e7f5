// Prints annotations. GitHub keeps ten of each level for a step and drops the rest without a word.

import { error, notice, warning } from '@actions/core'
import { toSafeText } from '../../core/render/safe-text.ts'
import type { Annotation } from '../../report/annotation.ts'

const most = 10
const printers = { error, warning, notice }

/** Prints the first of each level; the last one GitHub keeps then says how many more there are. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const level of ['error', 'warning', 'notice'] as const) {
    const all = annotations.filter((annotation) => annotation.level === level)
    const shown = all.length > most ? all.slice(0, most - 1) : all
    for (const { title, message } of shown) {
      printers[level](toSafeText(message), { title: toSafeText(title).replaceAll('\n', ' ') })
    }
    if (all.length > most) {
      const rest = all.length - shown.length
      printers[level](`${rest} more of this level: the job summary and the log list them all.`, {
        title: 'ai-worklog',
      })
    }
  }
}
