// Finds the names in a text: tools, models and review bots, as atoms that `tool-mention.ts` puts together.

import { type ModelMatch, matchModelAt, modelStarts } from '../../vocabulary/models-resolve.ts'
import { isWordCharacter, NameIndex } from '../../vocabulary/name-index.ts'
import type { Tool } from '../../vocabulary/tool.ts'
import { tools } from '../../vocabulary/tools.ts'
import { reviewBots } from '../../vocabulary/tools-review-bots.ts'

/** One name in a text. `end` is exclusive. */
export type Atom = { start: number; end: number } & (
  | { kind: 'tool'; tool: Tool; weight: NameWeight }
  | { kind: 'model'; model: ModelMatch }
  | { kind: 'reviewer' }
)

/** How much a name says alone: `full`, `proper` with its capital, `weak` only in context. */
type NameWeight = 'full' | 'proper' | 'weak'

interface Name {
  tool: Tool | null
  weight: NameWeight
}

interface Names {
  index: NameIndex<Name>
  /** The first two characters of every name and of every word a model can begin with. */
  heads: Set<string>
  modelHeads: Set<string>
}

let lazyNames: Names | null = null

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

/** The first offset from `from` where a word starts as a name does; the text's length when there is none. */
function nextStart(text: string, from: number): number {
  const { heads } = readNames()
  let isInside = from > 0 && isWordCharacter(text.charCodeAt(from - 1))
  for (let index = from; index < text.length; index++) {
    const letter = isWordCharacter(text.charCodeAt(index))
    if (letter && !isInside && heads.has(headAt(text, index))) return index
    isInside = letter
  }
  return text.length
}

function readAtom(text: string, start: number): Atom | null {
  const { index, modelHeads } = readNames()
  const found = index.match(text, start)
  const isFamily = found?.value.tool?.family === true
  const model =
    (modelHeads.has(headAt(text, start)) ? matchModelAt(text, start) : null) ??
    (isFamily ? matchAfterVendor(text, start, found.end) : null)
  if (model && (!found || model.end > found.end)) return { kind: 'model', start, end: model.end, model }
  if (!found) return null
  const { value, end } = found
  return value.tool
    ? { kind: 'tool', start, end, tool: value.tool, weight: value.weight }
    : { kind: 'reviewer', start, end }
}

/** `OpenAI GPT-5`, `Google Gemini 2.5 Pro`: the model begins after its vendor's name. */
function matchAfterVendor(text: string, start: number, end: number): ModelMatch | null {
  const space = text.slice(start, end).search(/[ \n_-]/)
  return space < 0 ? null : matchModelAt(text, start + space + 1)
}

function readNames(): Names {
  if (lazyNames) return lazyNames
  const names: Names = { index: new NameIndex(), heads: new Set(), modelHeads: new Set() }
  const add = (written: string, name: Name) => {
    names.index.add(written, name)
    names.heads.add(headAt(written, 0))
  }
  for (const bot of reviewBots) for (const name of bot.names) add(name, { tool: null, weight: 'full' })
  for (const tool of tools) {
    for (const name of tool.weakNames ?? []) add(name, { tool, weight: 'weak' })
    for (const name of tool.properNames ?? []) add(name, { tool, weight: 'proper' })
    for (const name of [tool.name, ...(tool.aliases ?? [])]) add(name, { tool, weight: 'full' })
  }
  for (const word of modelStarts()) {
    names.modelHeads.add(headAt(word, 0))
    names.heads.add(headAt(word, 0))
  }
  lazyNames = names
  return names
}

function headAt(text: string, index: number): string {
  return text.slice(index, index + 2).toLowerCase()
}
