// Finds the names in a text: tools, models and review bots, as atoms that `tool-mention.ts` puts together.

import { type ModelMatch, matchModelAt, modelStartPattern } from '../../vocabulary/models-resolve.ts'
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

interface Scanner {
  pattern: RegExp
  names: Map<string, Name>
  toolPattern: RegExp
}

let lazyScanner: Scanner | null = null
const letters = 'A-Za-z0-9\\u00c0-\\u024f'

/** The names in `text`, in order, none overlapping; the longest reading of each place. */
export function findAtoms(text: string): Atom[] {
  const { pattern } = scanner()
  const atoms: Atom[] = []
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const atom = readAtom(text, found.index)
    if (!atom) {
      pattern.lastIndex = found.index + 1
      continue
    }
    atoms.push(atom)
    pattern.lastIndex = atom.end
  }
  return atoms
}

/** True when the text holds anything that could be a name: a cheap way to skip the rest. */
export function mayNameTool(text: string): boolean {
  const { pattern } = scanner()
  pattern.lastIndex = 0
  return pattern.test(text)
}

function readAtom(text: string, start: number): Atom | null {
  const { toolPattern, names } = scanner()
  toolPattern.lastIndex = start
  const written = toolPattern.exec(text)?.[0] ?? ''
  const model = matchModelAt(text, start)
  const name = names.get(compressName(written))
  if (model && (!name || model.end > start + written.length))
    return { kind: 'model', start, end: model.end, model }
  if (!name) return null
  const end = start + written.length
  return name.tool
    ? { kind: 'tool', start, end, tool: name.tool, weight: name.weight }
    : { kind: 'reviewer', start, end }
}

function scanner(): Scanner {
  if (lazyScanner) return lazyScanner
  const names = new Map<string, Name>()
  const words = new Set<string>()
  const add = (written: string, name: Name) => {
    const key = compressName(written)
    if (!names.has(key)) names.set(key, name)
    words.add(namePattern(written))
  }
  for (const bot of reviewBots) for (const name of bot.names) add(name, { tool: null, weight: 'full' })
  for (const tool of tools) {
    for (const name of tool.weakNames ?? []) add(name, { tool, weight: 'weak' })
    for (const name of tool.properNames ?? []) add(name, { tool, weight: 'proper' })
    for (const name of [tool.name, ...(tool.aliases ?? [])]) add(name, { tool, weight: 'full' })
  }
  const alternatives = [...words].sort((a, b) => b.length - a.length).join('|')
  const after = `(?![${letters}])`
  const before = `(?<![${letters}])`
  lazyScanner = {
    names,
    pattern: new RegExp(`${before}(?:(?:${alternatives})${after}|${modelStartPattern()})`, 'gi'),
    toolPattern: new RegExp(`(?:${alternatives})${after}`, 'iy'),
  }
  return lazyScanner
}

/** A name as a pattern: its spaces and hyphens may be a space, a line break, `-`, `_` or nothing. */
function namePattern(written: string): string {
  return written
    .split(/[ -]/)
    .map((word) => word.replace(/[.[\]()+*?^$|\\]/g, '\\$&'))
    .join('[ \\n_-]?')
}

function compressName(written: string): string {
  return written.toLowerCase().replace(/[ \n_-]/g, '')
}
