// The tools section, and the tools a disclosure names in passing.

import type { Block, Span } from '../../document/block.ts'
import { isAnswer } from '../../document/block-text.ts'
import { splitSentences } from '../../document/read-sentences.ts'
import { toolLabels } from '../../vocabulary/field-labels.ts'
import { resolveModelId } from '../../vocabulary/models-resolve.ts'
import { type Entry, entryText } from '../entry.ts'
import { findField } from '../find-field.ts'
import type { Passage } from '../passage.ts'
import { asks } from '../prose/tells-use.ts'
import { readEntries } from '../read-entries.ts'
import { isDenial } from '../shapes/denial.ts'
import { isGenericTitle } from '../shapes/generic-title.ts'
import { findToolMentions, readToolMentions, type ToolMention } from '../shapes/tool-mention.ts'
import { readToolList } from '../shapes/tool-mention-list.ts'

/** A tool as the author names it; the span is that of the entry that names it. */
export type StatedTool = ToolMention & { place: Span }

/** Reads the tools of the tools passages. */
export function readTools(passages: readonly Passage[], source: string): StatedTool[] {
  const isModel = ({ form, title }: Passage) => form === 'label' && findField(title, toolLabels) === 'model'
  const read = (some: readonly Passage[]) =>
    joinFields(some.flatMap((passage) => readEntries(labelledBlocks(passage), source, toolLabels))).flatMap(
      readEntry,
    )
  const models = passages.filter(isModel)
  const tools = read(passages.filter((passage) => !isModel(passage)))
  const [only] = tools
  // "Model used: …" and "Tool used: …" apart from each other are one answer, where only one tool can run the model.
  if (models.length !== 1 || !only || tools.length > 1 || only.model !== null) return read(passages)
  const known = read(models).filter(({ model }) => model !== null)
  return known.length === 0 ? tools : known.map(({ model, model_id }) => ({ ...only, model, model_id }))
}

/** Reads the tools that prose and lists of a disclosure name; only names of the vocabulary count there. */
export function readToolsInProse(passages: readonly Passage[]): StatedTool[] {
  return passages.flatMap(({ blocks }) => findInBlocks(blocks))
}

/** "Codex prompt" and the like name the tool they were given to. */
export function readToolsInTitles(passages: readonly Passage[]): StatedTool[] {
  return passages.flatMap(({ title, start, end }) =>
    findToolMentions(title).map((mention) => ({ ...mention, place: { start, end } })),
  )
}

type ToolField = keyof typeof toolLabels

/** A passage such as `Model: …` says what it is only in its label. */
function labelledBlocks({ form, title, blocks, start }: Passage): readonly Block[] {
  const field = form === 'label' ? findField(title, toolLabels) : null
  if (field === null || field === 'tool') return blocks
  return [{ kind: 'heading', depth: 6, text: title, start, end: start }, ...blocks]
}

/** `Tool: X` and `Model: Y` on their own are one tool. */
function joinFields(entries: readonly Entry[]): Entry[] {
  const joined: Entry[] = []
  for (const entry of entries) {
    const before = joined.at(-1)
    const isPart = entry.lines.length === 0 && entry.title === null && !entry.fields.has('tool')
    if (!before || !isPart || [...entry.fields.keys()].some((field) => before.fields.has(field))) {
      joined.push(entry)
      continue
    }
    const fields = new Map([...before.fields, ...entry.fields])
    joined[joined.length - 1] = { ...before, end: entry.end, fields }
  }
  return joined
}

function readEntry(entry: Entry): StatedTool[] {
  const field = (name: ToolField) => entry.fields.get(name)?.text ?? null
  const drafted = entry.isDrafted ? field('tool') : null
  if (drafted !== null) return [readDrafted(drafted, field('version'), field('model'), entry)]
  const title = entry.title !== null && !isGenericTitle(entry.title) ? entry.title : ''
  const shown = entry.codes.map(({ value }) => value).join('\n')
  const named = field('tool') ?? (title === '' ? entryText(entry) || shown : title)
  const model = field('model')
  const text = named === '' ? (model ?? '') : named
  if (isDenial(text, 'tools')) return []
  const mentions = named === '' ? readToolMentions(text) : readToolList(text)
  const [only] = mentions
  const place = { start: entry.start, end: entry.end }
  if (!only || mentions.length > 1) return mentions.map((mention) => ({ ...mention, place }))
  const usedFor = field('used_for') ?? (title !== '' && entryText(entry) !== '' ? entryText(entry) : null)
  return withModels(
    {
      ...only,
      version: only.version ?? readVersion(field('version')),
      used_for: only.used_for ?? usedFor,
      place,
    },
    named === '' ? null : model,
  )
}

/** What a draft says of a tool part by part is taken at its word. */
function readDrafted(
  name: string,
  version: string | null,
  model: string | null,
  { start, end }: Span,
): StatedTool {
  const found = readToolMentions(name)[0]
  const known = found?.start === 0 && found.end === name.length && found.model === null ? found : null
  return {
    tool_id: known?.tool_id ?? null,
    name: known?.name ?? name,
    vendor: known?.vendor ?? null,
    version,
    model,
    model_id: model === null ? null : resolveModelId(model),
    used_for: null,
    start: 0,
    end: name.length,
    place: { start, end },
  }
}

/** One row a model, as in a mention that names several. */
function withModels(tool: StatedTool, models: string | null): StatedTool[] {
  if (models === null || isDenial(models, 'tools')) return [tool]
  const known = readToolMentions(models).filter(({ model }) => model !== null)
  if (known.length === 0) return [{ ...tool, model: models }]
  return known.map(({ model, model_id }) => ({ ...tool, model, model_id }))
}

function readVersion(text: string | null): string | null {
  return text === null || isDenial(text, 'tools') ? null : text.replace(/^v(?=\d)/i, '')
}

/** The tools that `blocks`, which tell of AI use, name. */
export function findInBlocks(blocks: readonly Block[]): StatedTool[] {
  return blocks.flatMap((block): StatedTool[] => {
    if (block.kind === 'list') {
      // The tools that a template's box names are its examples.
      return block.items
        .filter(isAnswer)
        .flatMap((item) => findInBlocks(item.isAsked ? item.blocks.filter(isList) : item.blocks))
    }
    if (block.kind === 'details') return findInBlocks(block.blocks)
    const lines = block.kind === 'paragraph' ? block.lines : block.kind === 'table' ? block.rows.flat() : []
    const text = lines.map((line) => line.text).join(' ')
    return findToolMentions(withoutInstructions(text.replace(examples, ' '))).map((mention) => ({
      ...mention,
      place: { start: block.start, end: block.end },
    }))
  })
}

function isList({ kind }: Block): boolean {
  return kind === 'list'
}

// "(e.g. Copilot, ChatGPT)" in the words of a box.
const examples = /[([](?:e\.?g\b|for example|such as|like|i\.e\.)[^()[\]]{0,200}[)\]]/gi

/** What a template asks for by example names no tool that was used. */
function withoutInstructions(text: string): string {
  if (!/\bif\b|e\.g|for example|such as|please/i.test(text)) return text
  return splitSentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => !asks(sentence.toLowerCase()))
    .join(' ')
}
