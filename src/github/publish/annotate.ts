// Prints annotations as workflow commands.

import { error, notice, warning } from '@actions/core'
import { redactText } from '../../core/redact/redact-text.ts'
import { toSafeText } from '../../core/render/safe-text.ts'
import type { Annotation } from '../../report/annotation.ts'
import { limitAnnotations } from '../../report/limit-annotations.ts'

const printers = { error, warning, notice }

/** Prints what GitHub shows of `annotations`, and how many more there are. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const { level, title, message } of limitAnnotations(annotations)) {
    printers[level](redactText(toSafeText(message)), { title: toSafeText(title).replaceAll('\n', ' ') })
  }
}
