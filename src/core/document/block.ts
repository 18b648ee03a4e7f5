// The blocks a document is read as: mdast reduced to what disclosure is written in. Offsets are offsets
// into the source text (LF); `start` is inclusive, `end` exclusive.

export interface Span {
  start: number
  end: number
}

/** One line of a paragraph as plain text, without Markdown, comments and trailing space. */
export interface Line extends Span {
  text: string
  /** The bold text the line starts with. */
  strong: Lead | null
  /** Whether all of the line is italic, as template instructions often are. */
  emphasisOnly: boolean
  /** Whether all of the line is one inline code. */
  codeOnly: boolean
  /** The inline codes of the line. */
  codes: readonly string[]
}

/** A bold lead-in: its plain text and the offset where its markup ends. */
export interface Lead {
  text: string
  end: number
}

export interface Paragraph extends Span {
  kind: 'paragraph'
  lines: readonly Line[]
}

export interface Heading extends Span {
  kind: 'heading'
  /** 1 to 6. */
  depth: number
  text: string
}

export interface List extends Span {
  kind: 'list'
  ordered: boolean
  items: readonly Item[]
}

export interface Item extends Span {
  /** Null when the item is not a task. */
  checked: boolean | null
  /** Whether its words are the repository's template's: a tick is the author's, the words are not. */
  isAsked?: boolean
  /** Only of an item that a mark of our draft opens: whether it still reads as it was drafted. */
  isDrafted?: boolean
  blocks: readonly Block[]
}

export interface Quote extends Span {
  kind: 'quote'
  blocks: readonly Block[]
}

export interface Code extends Span {
  kind: 'code'
  lang: string | null
  value: string
}

export interface Table extends Span {
  kind: 'table'
  header: readonly Line[]
  rows: readonly (readonly Line[])[]
}

/** A `<details>` element. */
export interface Details extends Span {
  kind: 'details'
  summary: string
  blocks: readonly Block[]
}

export interface Rule extends Span {
  kind: 'rule'
}

/** Text that stands in the repository's own template. */
interface TemplateText extends Span {
  kind: 'template'
}

export type Block = Paragraph | Heading | List | Quote | Code | Table | Details | Rule | TemplateText
