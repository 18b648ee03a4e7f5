// Splits an HTML node of mdast into the pieces that matter to a reader: comments vanish, `<details>` and
// `<summary>` give structure, other known elements vanish around their text.

export type HtmlPiece =
  | { kind: 'text'; text: string; start: number; end: number }
  | { kind: 'details-open' | 'details-close' | 'summary-open' | 'summary-close'; start: number; end: number }

// Neither alternative can look at a character twice: a comment runs to its end, a tag stops at any `<`.
const markup = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?\/?>/g

/** The pieces of `html` in order; offsets are relative to `html`. */
export function readHtml(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = []
  let last = 0
  for (const match of html.matchAll(markup)) {
    const [whole, slash, name] = match
    const kind = kindOf(name, slash === '/')
    if (kind === 'unknown') continue
    pushText(pieces, html, last, match.index)
    last = match.index + whole.length
    if (kind !== 'nothing') pieces.push({ kind, start: match.index, end: last })
  }
  pushText(pieces, html, last, html.length)
  return pieces
}

/** Whether `html` is a tag that no HTML element has, such as the placeholder `<tool name>`. */
export function isPlaceholderTag(html: string): boolean {
  const name = /^<\/?([a-zA-Z][a-zA-Z0-9]*)/.exec(html)?.[1]
  return name !== undefined && !knownElements.has(name.toLowerCase())
}

function kindOf(name: string | undefined, closes: boolean) {
  if (name === undefined) return 'nothing'
  const lower = name.toLowerCase()
  if (lower === 'details') return closes ? 'details-close' : 'details-open'
  if (lower === 'summary') return closes ? 'summary-close' : 'summary-open'
  return knownElements.has(lower) ? 'nothing' : 'unknown'
}

function pushText(pieces: HtmlPiece[], html: string, start: number, end: number): void {
  const text = html.slice(start, end)
  if (text.trim() !== '') pieces.push({ kind: 'text', text, start, end })
}

// The elements GitHub renders; anything else in angle brackets is text to its author.
const knownElements = new Set(
  (
    'a abbr b bdo big blockquote br caption center cite code dd del details dfn div dl dt em figcaption figure ' +
    'font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small source ' +
    'span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video wbr'
  ).split(' '),
)
