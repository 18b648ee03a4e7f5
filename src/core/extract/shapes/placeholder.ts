// Tells template text that was left to stand from an answer.

import type { Line } from '../../document/block.ts'
import { placeholders } from '../../vocabulary/placeholders.ts'

/** Whether `text`, one whole line or value, only stands in for an answer. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim().replace(/^[`*_]+|(?<![`*_])[`*_]+$/g, '')
  return trimmed === '' || placeholders.some((pattern) => pattern.test(trimmed))
}

/** Whether a line is template text: a placeholder, or an instruction in italics. */
export function isPlaceholderLine(line: Line): boolean {
  return isPlaceholder(line.text) || (line.emphasisOnly && instruction.test(line.text))
}

const instruction =
  /^\(?(?:please|describe|list|explain|specify|if |for each|what |which |how |delete|remove|replace|one per)/i
