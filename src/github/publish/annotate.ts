// Prints annotations as workflow commands.

import { error, notice, warning } from '@actions/core'
import { redactText } from '../../core/redact/redact-text.ts'
import { toSafeText } from '../../core/render/safe-text.ts'
import type { Annotation } from '../../report/annotation.ts'
import { limitAnnotations } from '../../report/limit-annotations.ts'

const printers = { error, warning, notice }

/** Prints what GitHub shows of `annotations`, and how many more there are. */
export function annotate(annotations: readonly Annotation[]): void {
  const shown = limitAnnotations(annotations)
  // Findings come from a redacted record: mostly one look at all of them is enough.
  const all = shown.map(({ message }) => toSafeText(message)).join('\n\0\n')
  const redact = redactText(all) === all ? (text: string) => text : redactText
  for (const { level, title, message } of shown) {
    printers[level](redact(toSafeText(message)), { title: toSafeText(title).replaceAll('\n', ' ') })
  }
}
