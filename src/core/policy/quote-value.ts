// Shows an outside value inside a message: in backticks, on one line, cut to a sane length.

const maxLength = 60

/** `value` as it is named after “got”: a scalar in backticks, else `a list` or `a mapping`. */
export function quoteValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a mapping'
  if (typeof value !== 'string') return `\`${value}\``
  // Without the quotes `got true` would not tell the text from the value.
  if (/^\s*$|^(?:true|false|null|~|[-+.\d][\d.e+-]*)$/i.test(value)) return quoteText(`"${value}"`)
  return quoteText(value)
}

/** `text` in backticks, with whatever does not show on one line made visible. */
export function quoteText(text: string): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text
  const visible = showInvisible(cut)
  // Markdown: a code span that holds backticks needs a longer fence.
  const longest = Math.max(0, ...(visible.match(/`+/g) ?? []).map((run) => run.length))
  if (longest === 0) return `\`${visible}\``
  const fence = '`'.repeat(longest + 1)
  return `${fence} ${visible} ${fence}`
}

/** `text` with escapes for whatever does not show on one line. */
export function showInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, escapeCharacter)
}

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
