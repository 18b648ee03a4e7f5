// `Label: value` lines, plain or bold, with or without a value.

import type { Line, Paragraph } from '../../document/block.ts'

/** A line split at its label. `value` is plain text and may be empty; `valueStart` is its offset in the source. */
export interface LabelLine {
  label: string
  value: string
  valueStart: number
}

/** Splits `line` at its label; null when it has none. A bold lead-in needs no colon before a dash or nothing. */
export function splitLabel(line: Line, source: string): LabelLine | null {
  const match = labelled.exec(line.text)
  if (match) {
    const [, label = '', value = ''] = match
    return { label: label.trim(), value: value.trim(), valueStart: findValue(line, source, label) }
  }
  const strong = line.strong
  if (!strong || strong.text === '' || strong.text.length > maxLabelLength) return null
  const rest = line.text.slice(strong.text.length)
  // "**No** AI was used" starts with a word that is stressed, not with a label.
  if (!line.text.startsWith(strong.text) || !/^\s*(?:$|[:：–—-])/.test(rest)) return null
  return {
    label: strong.text,
    value: rest.replace(separator, '').trim(),
    valueStart: skip(source, strong.end, line.end),
  }
}

/** A part of a paragraph: a label and the lines of its value, or lines before the first label. */
export interface LabelledPart {
  label: string | null
  /** Null when the label has no value on its own lines. */
  paragraph: Paragraph | null
  start: number
  end: number
}

/** Splits `paragraph` before every line whose label `accepts` takes. */
export function splitByLabels(
  paragraph: Paragraph,
  source: string,
  accepts: (label: string, value: string) => boolean,
): LabelledPart[] {
  const parts: { label: string | null; start: number; end: number; lines: Line[] }[] = []
  for (const line of paragraph.lines) {
    const found = splitLabel(line, source)
    if (found && accepts(found.label, found.value)) {
      const lines =
        found.value === '' ? [] : [{ ...line, text: found.value, start: found.valueStart, strong: null }]
      parts.push({ label: found.label, start: line.start, end: line.end, lines })
      continue
    }
    const open = parts.at(-1)
    // A bold label nobody knows ends the value of the one above it.
    const isForeign = found !== null && line.strong !== null && open !== undefined && open.label !== null
    if (open && !isForeign) {
      open.lines.push(line)
      open.end = line.end
    } else parts.push({ label: null, start: line.start, end: line.end, lines: [line] })
  }
  return parts.map(({ label, start, end, lines }) => {
    const first = lines[0]
    return {
      label,
      start,
      end,
      paragraph: first ? { kind: 'paragraph', start: first.start, end, lines } : null,
    }
  })
}

const maxLabelLength = 80
// A colon inside a URL or a path has no white space after it.
const labelled = /^([^:：\n]{1,80})[:：][-–—]?(?:\s+([\s\S]*))?$/
const separator = /^[\s:：–—-]+/

function findValue(line: Line, source: string, label: string): number {
  const strong = line.strong
  if (
    strong &&
    (strong.text === label.trim() || strong.text.replace(/(?<!\s)\s*[:：]$/, '') === label.trim())
  ) {
    return skip(source, strong.end, line.end)
  }
  const colon = source.slice(line.start, line.end).search(/[:：]/)
  return skip(source, line.start + Math.max(colon, 0), line.end)
}

/** Offset of the first character at or after `start` that is neither space, colon, dash nor emphasis marker. */
function skip(source: string, start: number, end: number): number {
  let index = start
  while (index < end && /[\s:：*_–—-]/.test(source[index] ?? '')) index++
  return index
}
