// Which labels are fields of the entries of a section, rather than titles of another.

import {
  contextLabels,
  correctionLabels,
  type FieldLabels,
  failureLabels,
  promptLabels,
  reviewLabels,
  toolLabels,
} from '../vocabulary/field-labels.ts'
import type { Topic } from '../vocabulary/section-titles.ts'
import { findField } from './find-field.ts'

/** Whether `label` names a part of the entries of `topic`. */
export function isSectionField(topic: Topic, label: string): boolean {
  return topic !== 'disclosure' && findField(label, fields[topic]) !== null
}

const fields: Readonly<Record<Exclude<Topic, 'disclosure'>, FieldLabels>> = {
  tools: toolLabels,
  prompts: promptLabels,
  failures: failureLabels,
  corrections: correctionLabels,
  context: contextLabels,
  review: reviewLabels,
}
