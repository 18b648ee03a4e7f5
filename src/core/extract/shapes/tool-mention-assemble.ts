// Puts names together: which version, which models and which purpose belong to which tool.

import type { Tool } from '../../vocabulary/tool.ts'
import { findTool } from '../../vocabulary/tools-index.ts'
import type { Atom } from './tool-mention-atoms.ts'
import { type Gap, readColonModel, readGap, readGroup, readPurpose, readVersion } from './tool-mention-gap.ts'

/** A model as written, with its id when the grammar knows it. */
interface NamedModel {
  text: string
  id: string | null
  vendor: string | null
  /** Only the family is named, as in `Cursor (Claude)`. */
  generic: boolean
}

/** One tool under construction. */
export interface Draft {
  tool: Tool
  /** False when only a model is named and the tool is its family. */
  explicit: boolean
  version: string | null
  models: NamedModel[]
  usedFor: string | null
  start: number
  end: number
  /** Parentheses opened since the tool's name and not closed. */
  depth: number
  /** How the model was tied on, for `A and B with M`. */
  tiedBy: Gap | null
  /** The gap to the draft before it. */
  gap: Gap
}

/** Assembles atoms, in order, into drafts. In prose a purpose ends with its sentence. */
export function assembleDrafts(text: string, atoms: readonly Atom[], prose: boolean): Draft[] {
  const drafts: Draft[] = []
  let last = 0
  for (const [index, atom] of atoms.entries()) {
    if (atom.kind === 'reviewer') {
      last = atom.end
      continue
    }
    const gap = readGap(text.slice(last, atom.start))
    const current = drafts.at(-1) ?? null
    if (current && isProviderOf(text, atom, gap)) {
      last = atom.end + 1
      current.depth += balance(gap.text)
      continue
    }
    if (!current || !joinAtom(text, drafts, current, atom, gap)) drafts.push(createDraft(text, atom, gap))
    const owner = drafts.at(-1)
    if (owner) last = finishAtom(text, owner, atom, atoms[index + 1]?.start ?? text.length)
  }
  shareModels(drafts)
  const kept = drafts.filter((draft) => !draft.tool.host || draft.models.length > 0)
  for (const [index, draft] of kept.entries())
    closeDraft(text, draft, kept[index + 1]?.start ?? text.length, prose)
  return kept
}

/** `model: opencode-go/kimi-k2`: a tool's name that only says where the model comes from. */
function isProviderOf(text: string, atom: Atom, gap: Gap): boolean {
  return atom.kind === 'tool' && text[atom.end] === '/' && /model/i.test(gap.text)
}

/** Adds the atom to a draft that it belongs to; false when it starts a new one. */
function joinAtom(text: string, drafts: Draft[], current: Draft, atom: Atom, gap: Gap): boolean {
  const { depth } = current
  current.depth = Math.max(0, depth + balance(gap.text))
  if (atom.kind === 'tool' && joinTool(text, drafts, current, atom.tool, atom, gap)) return true
  if (atom.kind === 'model' && joinModel(text, current, atom, gap)) return true
  current.depth = depth
  return false
}

function joinModel(text: string, current: Draft, atom: Atom & { kind: 'model' }, gap: Gap): boolean {
  const model = modelOf(text, atom)
  if (current.tool.host && /^[/\w-]*:\s*$/.test(gap.text)) return addModel(current, model, gap)
  const known = current.models.at(-1)
  if (known && known.id === model.id && gap.connects && !gap.lists) return true
  if (known?.generic && known.vendor === model.vendor && gap.connects) {
    current.models.pop()
    return addModel(current, model, gap)
  }
  if (!current.explicit) return false
  return (
    (known ? canAddModel(current, model, gap) : canTieModel(current, model, gap)) &&
    addModel(current, model, gap)
  )
}

function canTieModel(draft: Draft, model: NamedModel, gap: Gap): boolean {
  if (gap.connects) {
    if (gap.opens || !gap.lists || gap.leads) return true
    if (draft.tool.vendor === model.vendor) return true
    return !draft.tool.ownModels && /^[\s,/+]*$/.test(gap.text) && /[,+]/.test(gap.text)
  }
  if (gap.text.length > 60 || /[.;\n]|\b(?:and|or)\b/i.test(gap.text)) return false
  return /(?:\bwith|\busing|\bvia|\bmodels?|\bllm|\brunning|\bpowered by)[\s:`*_"'(=]*$/i.test(gap.text)
}

function canAddModel(draft: Draft, model: NamedModel, gap: Gap): boolean {
  if (!gap.connects || gap.text.includes(';') || gap.text.includes('\n')) return false
  const fits = !draft.tool.ownModels || draft.tool.vendor === model.vendor
  if (draft.depth > 0 && !gap.closes) return true
  return fits && gap.lists && !gap.closes && draft.tiedBy !== null && !draft.tiedBy.opens
}

function addModel(draft: Draft, model: NamedModel, gap: Gap): true {
  draft.models.push(model)
  draft.tiedBy = gap
  return true
}

function joinTool(text: string, drafts: Draft[], current: Draft, tool: Tool, atom: Atom, gap: Gap): boolean {
  if (!gap.connects) return false
  if (current.explicit && current.tool === tool) return !gap.lists
  if (!current.explicit) return adoptModels(drafts, tool, gap)
  const tied = gap.opens || gap.leads || /^\s*[:/]\s*$/.test(gap.text)
  if (current.tool.host && /^\s*:\s*$/.test(gap.text) && !tool.family) {
    current.tool = tool
    return true
  }
  if (gap.lists && !gap.opens) return false
  if (tool.family && !current.tool.family && tied) {
    const written = text.slice(atom.start, atom.end)
    if (tool.vendor === current.tool.vendor && current.tool.ownModels) return true
    return addModel(current, { text: written, id: null, vendor: tool.vendor, generic: true }, gap)
  }
  if (!current.tool.family || tool.family || current.models.length > 0 || !(gap.turns || gap.opens))
    return false
  if (tool.vendor !== current.tool.vendor) {
    const written = text.slice(current.start, current.end)
    current.models.push({ text: written, id: null, vendor: current.tool.vendor, generic: true })
  }
  current.tool = tool
  return true
}

/** `Opus 4.5 and Sonnet 4.5 on Claude Code`: the tool takes the models listed right before it. */
function adoptModels(drafts: Draft[], tool: Tool, gap: Gap): boolean {
  const current = drafts.at(-1)
  if (!current) return false
  const sameVendor = current.tool.vendor === tool.vendor
  const turns = (gap.turns || gap.opens) && !/\band\b|[,;&+]/.test(gap.text)
  if (!turns && !(sameVendor && /^\s*\/\s*$/.test(gap.text))) return false
  let first = drafts.length - 1
  while (first > 0 && isListed(drafts[first]) && drafts[first - 1]?.explicit === false) first--
  const models = drafts.slice(first).flatMap((draft) => draft.models)
  const start = drafts[first]?.start ?? current.start
  const before = drafts[first]?.gap ?? current.gap
  drafts.length = first
  drafts.push({
    ...current,
    tool,
    explicit: true,
    models,
    start,
    gap: before,
    depth: balance(gap.text) > 0 ? 1 : 0,
  })
  return true
}

function isListed(draft: Draft | undefined): boolean {
  return draft?.gap.lists === true && draft.gap.connects && !draft.gap.text.includes('\n')
}

function createDraft(text: string, atom: Atom, gap: Gap): Draft {
  const base = { version: null, usedFor: null, start: atom.start, end: atom.end, depth: 0, tiedBy: null, gap }
  if (atom.kind === 'tool') return { ...base, tool: atom.tool, explicit: true, models: [] }
  const model = atom.kind === 'model' ? modelOf(text, atom) : null
  const toolId = atom.kind === 'model' ? atom.model.family.toolId : ''
  const tool = findTool(toolId) ?? { id: toolId, name: toolId, vendor: model?.vendor ?? '' }
  return { ...base, tool, explicit: false, models: model ? [model] : [] }
}

/** Reads what belongs to the atom right after it; the offset up to which the text is used. */
function finishAtom(text: string, draft: Draft, atom: Atom, next: number): number {
  draft.end = Math.max(draft.end, atom.end)
  if (atom.kind !== 'tool' || atom.tool !== draft.tool) return atom.end
  const version = draft.version === null ? readVersion(text, atom.end) : null
  if (version && version.end <= next) {
    if (atom.tool.id === 'openai-codex' && /^[4-9](?:\.\d)?$/.test(version.version)) {
      const written = text.slice(atom.start, version.end)
      draft.models.push({
        text: written,
        id: `gpt-${version.version}-codex`,
        vendor: 'OpenAI',
        generic: false,
      })
    } else draft.version = version.version
    if (version.opens) draft.depth += 1
    draft.end = version.end
  }
  if (draft.models.length > 0) return draft.end
  const group = readGroup(text, draft.end)
  const unknown = readColonModel(text, draft.end)
  if (group && group.end <= next) {
    if (group.model) draft.models.push({ text: group.model, id: null, vendor: null, generic: false })
    draft.end = group.end
  } else if (
    unknown &&
    unknown.end <= next &&
    (next === text.length || text.slice(unknown.end, next).trim() !== '')
  ) {
    draft.models.push({ text: unknown.model, id: null, vendor: null, generic: false })
    draft.end = unknown.end
  }
  return draft.end
}

/** `Pi and Codex with GPT-5.5`: both ran it, unless the first has models of its own. */
function shareModels(drafts: readonly Draft[]): void {
  for (let index = drafts.length - 2; index >= 0; index--) {
    const draft = drafts[index]
    const next = drafts[index + 1]
    if (!draft || !next || !draft.explicit || draft.models.length > 0 || draft.tool.ownModels) continue
    const together = next.gap.connects && next.gap.lists && !next.gap.opens && !next.gap.text.includes('\n')
    if (together && next.explicit && next.tiedBy?.leads && !next.tiedBy.opens)
      draft.models.push(...next.models)
  }
}

/** Takes in the closing parenthesis and reads the purpose. */
function closeDraft(text: string, draft: Draft, next: number, prose: boolean): void {
  const rest = text.slice(draft.end, Math.min(next, draft.end + 200))
  const closing = draft.depth > 0 ? /^[^()\n]*\)/.exec(rest) : /^\s?\([^()\n]*\)/.exec(rest)
  if (closing) draft.end += closing[0].length
  draft.usedFor = readPurpose(text.slice(draft.end, next), prose)
}

function modelOf(text: string, atom: Atom & { kind: 'model' }): NamedModel {
  const { model } = atom
  return {
    text: text.slice(model.start, model.end).trim(),
    id: model.id,
    vendor: model.family.vendor,
    generic: false,
  }
}

/** How many more parentheses the text opens than it closes. */
function balance(text: string): number {
  let depth = 0
  for (const character of text) {
    if (character === '(' || character === '[') depth++
    else if (character === ')' || character === ']') depth--
  }
  return depth
}
