// Causes and resolutions in a sentence that marks them as such: "… because …; fixed by …", "error → cause → fix".
// Nothing is taken from a sentence without such a mark.

export interface Reasons {
  error: string | null
  cause: string | null
  resolution: string | null
}

/** Splits prose at its marks. All parts are null when there are none. */
export function splitReasons(text: string): Reasons {
  const steps = text.split(/\s(?:→|->|=>|⇒)\s/).map((step) => step.trim())
  const [first = '', second = '', third = ''] = steps
  if (steps.length === 3) return { error: first, cause: second, resolution: third }
  if (steps.length === 2) return { error: first, cause: null, resolution: second }
  return { error: null, cause: match(cause, text), resolution: match(resolution, text) }
}

/** What went wrong and what was done about it, in "It was wrong for brackets, so I rewrote it"; null without such a turn. */
export function splitTurn(text: string): { before: string; after: string } | null {
  const found = turn.exec(text)
  const [, before = '', after = ''] = found ?? []
  return found ? { before: before.trim(), after: after.replace(/[.!]$/, '').trim() } : null
}

const turn =
  /^(.{12,}?)(?:[,;]|\.)?(?<!\s)\s+(?:and )?(?:so|thus|therefore|which is why)\s+((?:i|we|it|had)\b.{4,})$/is

// Each runs from its mark to the end of the clause; the clause cannot hold a second mark, so matching is linear.
const cause =
  /\b(?:because(?: of)?|due to|caused by|root cause:?(?: was)?|(?:reason|why|cause):|since(?!\s+(?:\d|v\d|then\b|yesterday|last\b|(?:the )?(?:last|first|release|version|beginning|start)\b)))\s+([^.;\n]*(?:\.(?=\S)[^.;\n]*)*)/i
const resolution =
  /\b((?:fixed|resolved|solved|worked around|corrected|addressed)(?: it| this| that)? (?:by|with)\s+[^;\n]*?(?=\.(?:\s|$)|[;\n]|$))/i
const trailingResolution = /,?\s?(?:so (?:i|we)|and (?:was )?(?:fixed|resolved|solved)|— ?fixed|- ?fixed).*$/i

function match(pattern: RegExp, text: string): string | null {
  const found = pattern.exec(text)?.[1]?.trim()
  if (!found) return null
  const bare =
    pattern === cause ? found.replace(trailingResolution, '').replace(/(?<![,:\s—–-])[,:\s—–-]+$/, '') : found
  return bare === '' ? null : bare
}
