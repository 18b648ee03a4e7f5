// Reads the tools a text names, with version, model and purpose.

import { assembleDrafts, type Draft } from './tool-mention-assemble.ts'
import { type Atom, findAtoms } from './tool-mention-atoms.ts'
import { isNameInItem, isNameInProse } from './tool-mention-context.ts'

/** One tool as a text names it; `start` and `end` (exclusive) are offsets into that text. */
export interface ToolMention {
  /** Id in the vocabulary; null for a tool it does not know. */
  tool_id: string | null
  name: string
  vendor: string | null
  /** As written, without a leading `v`. */
  version: string | null
  /** As written. */
  model: string | null
  model_id: string | null
  used_for: string | null
  start: number
  end: number
}

/**
 * The tools named in a short plain text that is known to name tools: a list item, a table cell, a label's or
 * trailer's value. A tool with several models gives one mention for each. Unknown tools are left out.
 */
export function readToolMentions(text: string): ToolMention[] {
  return read(text, (atom) => isNameInItem(text, atom), false)
}

/**
 * The tools named in running prose: only names that are surely tools, whole words, in order. `isKnown` tells vendors
 * whose tools are known to be meant, so that their names need less context.
 */
export function findToolMentions(
  text: string,
  isKnown: (vendor: string) => boolean = () => false,
): ToolMention[] {
  return read(text, (atom, previous, next) => isNameInProse(text, atom, previous, next, isKnown), true)
}

type IsName = (atom: Atom, previous: Atom | null, next: Atom | null) => boolean

function read(text: string, isName: IsName, prose: boolean): ToolMention[] {
  const found = findAtoms(text)
  if (found.length === 0) return []
  const names = found.filter((atom, index) =>
    isName(atom, found[index - 1] ?? null, found[index + 1] ?? null),
  )
  const atoms = names.filter((atom, index) => !needsOtherTool(atom, names[index - 1]))
  return assembleDrafts(text, atoms, prose).flatMap(toMentions)
}

/** `Composer 1` is a model only after Cursor. */
function needsOtherTool(atom: Atom, before: Atom | undefined): boolean {
  if (atom.kind !== 'model' || !atom.model.family.onlyWithTool) return false
  return before?.kind !== 'tool' || before.tool.id !== atom.model.family.toolId
}

function toMentions(draft: Draft): ToolMention[] {
  const { tool, version, usedFor, start, end } = draft
  const models = draft.models.length > 0 ? draft.models : [null]
  return models.map((model) => ({
    tool_id: tool.id,
    name: tool.name,
    vendor: tool.vendor,
    version,
    model: model?.text ?? null,
    model_id: model?.id ?? null,
    used_for: usedFor,
    start,
    end,
  }))
}
