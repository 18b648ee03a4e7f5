// Policy text → YAML tree, in the part of YAML 1.2 that holds no surprises: one document, no aliases, anchors,
// tags or directives, small and shallow. Knows nothing of policy keys.

import { Composer, CST, Lexer, LineCounter, type ParsedNode, Parser } from 'yaml'
import { describeYamlError } from './describe-yaml-error.ts'
import { quoteText } from './quote-value.ts'

// A policy has a few dozen lines: whatever is larger or deeper is a mistake or an attack.
const maxLength = 65_536
const maxDepth = 64
// Two files of as many take 0.4 s, of 65,536 they take 1.4 s.
const maxTokens = 20_000

/** Something wrong at an offset of the text. */
export interface Complaint {
  offset: number
  message: string
}

export interface ParsedPolicyFile {
  /** Null when there is nothing but space and comments, and when the text was not parsed at all. */
  contents: ParsedNode | null
  /** False when `contents` is a guess at what a text with syntax errors means. */
  isSound: boolean
  complaints: Complaint[]
  /** Line and column, from 1, of an offset that a complaint or a node of `contents` gives. */
  pointAt(offset: number): { line: number; column: number }
}

/** Parses `original`, whatever it holds. */
export function parsePolicyFile(original: string): ParsedPolicyFile {
  const complaints: Complaint[] = []
  const text = cleanText(original, complaints)
  const lines = createLineCounter(text)
  const pointAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const tokens = text.length === 0 ? [] : readTokens(text, complaints)
  if (tokens === null) return { contents: null, isSound: false, complaints, pointAt }

  // The version is fixed and keys are compared by the caller: `uniqueKeys` would take quadratic time.
  const options = { version: '1.2', schema: 'core', stringKeys: true, uniqueKeys: false } as const
  const [document, second] = [...new Composer(options).compose(tokens)]
  const syntaxErrors = (document?.errors ?? []).flatMap((error) => {
    const message = describeYamlError(error.code, error.message)
    return message === null ? [] : [{ offset: error.pos[0], message }]
  })
  if (second) {
    complaints.push({
      offset: second.range[0],
      message: 'Unexpected second document: a policy is one document, remove the line `---` or `...`',
    })
  }
  const contents = document?.contents ?? null
  // `---` and nothing else: a null that nobody wrote.
  const isEmpty = contents === null || contents.range[0] === contents.range[1]
  return {
    contents: isEmpty ? null : contents,
    isSound: syntaxErrors.length === 0,
    complaints: [...complaints, ...syntaxErrors],
    pointAt,
  }
}

/** LF newlines, no byte-order mark, U+FFFD for what YAML does not allow; empty when it is too long to parse. */
function cleanText(original: string, complaints: Complaint[]): string {
  const text = original
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
  if (text.length > maxLength) {
    const sizes = [maxLength, text.length].map((size) => size.toLocaleString('en-US'))
    complaints.push({
      offset: 0,
      message: `A policy must have at most ${sizes[0]} characters, got ${sizes[1]}`,
    })
    return ''
  }
  return text.replace(/[\0-\x08\v\f\x0E-\x1F\x7F-\x84\x86-\x9F]/g, (character, offset: number) => {
    complaints.push({ offset, message: `Unexpected control character ${quoteText(character)}: remove it` })
    return '\uFFFD'
  })
}

function createLineCounter(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (const match of text.matchAll(/\n/g)) lines.addNewLine(match.index + 1)
  return lines
}

const unwanted = new Map([
  ['alias', { name: 'alias', remedy: 'write the value itself' }],
  ['anchor', { name: 'anchor', remedy: 'remove it' }],
  ['tag', { name: 'tag', remedy: 'remove it' }],
  ['directive-line', { name: 'directive', remedy: 'remove it' }],
])

/** The tokens of the text, or null when they are too many or nest too deep to go on. */
function readTokens(text: string, complaints: Complaint[]): CST.Token[] | null {
  const tokens: CST.Token[] = []
  const parser = new Parser()
  let isScalar = false
  let lexemes = 0
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset
    // The text of a scalar may look like anything: it comes after a marker.
    const found = isScalar ? undefined : unwanted.get(CST.tokenType(lexeme) ?? '')
    isScalar = !isScalar && lexeme === CST.SCALAR
    if (found) {
      complaints.push({
        offset,
        message: `Unexpected YAML ${found.name} ${quoteText(lexeme)}: ${isGlob(lexeme) ? 'put it in quotes' : found.remedy}`,
      })
    }
    tokens.push(...parser.next(lexeme))
    if (++lexemes > maxTokens) {
      const most = maxTokens.toLocaleString('en-US')
      complaints.push({ offset, message: `A policy must have at most ${most} keys, values and marks` })
      return null
    }
    if (parser.stack.length > maxDepth) {
      complaints.push({ offset, message: `A policy must nest at most ${maxDepth} levels` })
      return null
    }
  }
  tokens.push(...parser.end())
  return tokens
}

/** `*.md` and `**` + `/x` are aliases to YAML, but what was meant is a glob. */
function isGlob(lexeme: string): boolean {
  return /^\*(?:.*[*./?]|$)/.test(lexeme)
}
