// Where a text holds secrets, for whoever tells its author. Personal data is no secret of this kind.

import { type FoundSpan, findSpans } from './find-spans.ts'
import { noRedaction, type Redaction } from './redaction.ts'
import { secretRules } from './rules/rules.ts'

/** The secrets of `text` in order, none within another; `rule` is the id of the redaction rule that knows it. */
export function findSecrets(text: string, redaction: Redaction = noRedaction): FoundSpan[] {
  return findSpans(text, secretRules, redaction).filter(({ kind }) => kind === 'secret')
}
