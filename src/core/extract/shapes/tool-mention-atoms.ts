// Finds the names in a text: tools, models and review bots, as atoms that `tool-mention.ts` puts together.

import { type ModelMatch, matchModelAt, modelStarts } from '../../vocabulary/models-resolve.ts'
import { NameTrie } from '../../vocabulary/name-trie.ts'
import { type Tool, tools } from '../../vocabulary/tools.ts'
import { reviewBots } from '../../vocabulary/tools-review-bots.ts'

/** One name in a text. `end` is exclusive. */
export type Atom = { start: number; end: number } & (
  | { kind: 'tool'; tool: Tool; weight: NameWeight }
  | { kind: 'model'; model: ModelMatch }
  | { kind: 'reviewer' }
)

/** How much a name says alone: `full`, `proper` with its capital, `weak` only in context. */
export type NameWeight = 'full' | 'proper' | 'weak'

interface Name {
  tool: Tool | null
  weight: NameWeight
}

/** Names of tools and bots; null where only a model can begin. */
type Starts = NameTrie<Name | null>

let lazyStarts: Starts | null = null

/** The names in `text`, in order, none overlapping; the longest reading of each place. */
export function findAtoms(text: string): Atom[] {
  const atoms: Atom[] = []
  let index = nextStart(text, 0)
  while (index < text.length) {
    const atom = readAtom(text, index)
    if (atom) atoms.push(atom)
    index = nextStart(text, atom ? atom.end : index + 1)
  }
  return atoms
}

/** True when the text holds anything that could be a name: a cheap way to skip the rest. */
export function mayNameTool(text: string): boolean {
  return nextStart(text, 0) < text.length
}

/** The first offset from `from` where a word that may be a name starts; the text's length when there is none. */
function nextStart(text: string, from: number): number {
  const starts = readStarts()
  let isInside = from > 0 && isLetter(text.charCodeAt(from - 1))
  for (let index = from; index < text.length; index++) {
    const letter = isLetter(text.charCodeAt(index))
    if (letter && !isInside && starts.match(text, index, () => true)) return index
    isInside = letter
  }
  return text.length
}

function readAtom(text: string, start: number): Atom | null {
  const isName = (end: number, name: Name | null) => name !== null && !isLetter(text.charCodeAt(end))
  const found = readStarts().match(text, start, isName)
  const model = matchModelAt(text, start)
  if (model && (!found || model.end > found.end)) return { kind: 'model', start, end: model.end, model }
  if (!found?.value) return null
  const { value, end } = found
  return value.tool
    ? { kind: 'tool', start, end, tool: value.tool, weight: value.weight }
    : { kind: 'reviewer', start, end }
}

function readStarts(): Starts {
  if (lazyStarts) return lazyStarts
  const starts: Starts = new NameTrie()
  for (const bot of reviewBots) for (const name of bot.names) starts.add(name, { tool: null, weight: 'full' })
  for (const tool of tools) {
    for (const name of tool.weakNames ?? []) starts.add(name, { tool, weight: 'weak' })
    for (const name of tool.properNames ?? []) starts.add(name, { tool, weight: 'proper' })
    for (const name of [tool.name, ...(tool.aliases ?? [])]) starts.add(name, { tool, weight: 'full' })
  }
  for (const word of modelStarts()) starts.add(word, null)
  lazyStarts = starts
  return starts
}

/** Latin letters and digits: what a name neither follows nor is followed by. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
  return code >= 0xc0 && code <= 0x24f
}
