// What CI itself read from transcripts of AI tools, beside what people say. Claims stay as they are: evidence has rows of
// its own, and none where someone already says the same.

import type { Place } from '../document/place.ts'
import { tellAttempt } from '../draft/count-attempts.ts'
import type { Draft } from '../draft/draft.ts'
import type { Extraction } from '../extract/extraction.ts'
import { readToolMentions, type ToolMention } from '../extract/shapes/tool-mention.ts'
import { maxTools, RowLimits } from '../record/limit-rows.ts'
import { isSameText } from './is-same-text.ts'

type Rows = Extraction['rows']

/** Rows that transcripts give have no place in a text. */
const transcriptPlace: Place = { source: 'transcript', commit_sha: null, start: null, end: null }

const evidenced = { place: transcriptPlace, basis: 'transcript' as const }

/** `extraction` with the rows of `evidence`, basis `transcript`. A transcript is a trace of use; a statement still wins. */
export function addEvidence(extraction: Extraction, evidence: Draft | null): Extraction {
  if (evidence === null || evidence.tools.length === 0) return extraction
  const { rows } = extraction
  const limits = new RowLimits()
  const tools = evidence.tools.map(toTool)
  const isSilent = rows.ai_use === 'unknown' && !extraction.contradictory
  return {
    ...extraction,
    sources: [...extraction.sources, { source: 'transcript', commit_sha: null, state: 'read' }],
    rows: {
      ...rows,
      ...(isSilent ? { ai_use: 'used' as const, ai_use_basis: 'signal' as const } : {}),
      tools: join(
        rows.tools,
        tools.filter((tool) => !rows.tools.some((row) => isSameTool(row, tool))),
        (all) => limits.fit('tools', all, maxTools),
      ),
      prompts: join(rows.prompts, findPrompts(rows, evidence), (all) => limits.fit('prompts', all)),
      failures: join(rows.failures, findFailures(rows, evidence), (all) =>
        limits.fit('failed attempts', all),
      ),
      corrections: join(rows.corrections, findCorrections(rows, evidence), (all) =>
        limits.fit('manual corrections', all),
      ),
      signals: join(
        rows.signals,
        [...new Map(tools.map((tool) => [tool.tool_id ?? tool.name, tool])).values()].map(
          ({ tool_id, name }) => ({
            kind: 'transcript' as const,
            tool_id,
            value: name,
            place: transcriptPlace,
          }),
        ),
        (all) => limits.fit('traces of AI', all),
      ),
    },
    cut: [...new Set([...extraction.cut, ...limits.cut])],
  }
}

/** Evidence comes after the claims, numbered on; what does not fit is left out by `fit`. */
function join<Row extends { seq: number }>(
  claims: readonly Row[],
  evidence: readonly Omit<Row, 'seq'>[],
  fit: (rows: readonly Row[]) => Row[],
): Row[] {
  // The spread of a row without `seq`, and `seq`, are a row.
  return fit([
    ...claims,
    ...evidence.map((row, index) => ({ ...row, seq: claims.length + index + 1 }) as Row),
  ])
}

type Unnumbered<Key extends 'tools' | 'prompts' | 'failures' | 'corrections'> = Omit<Rows[Key][number], 'seq'>

function toTool({ name, version, model }: Draft['tools'][number]): Unnumbered<'tools'> {
  const [mention]: (ToolMention | undefined)[] = readToolMentions(
    model === null ? name : `${name} (${model})`,
  )
  return {
    tool_id: mention?.tool_id ?? null,
    name: mention?.name ?? name,
    vendor: mention?.vendor ?? null,
    version,
    model,
    model_id: mention?.model_id ?? null,
    used_for: null,
    places: [transcriptPlace],
    basis: 'transcript',
  }
}

/** Whether someone already names this tool with this version and model. */
function isSameTool(row: Unnumbered<'tools'>, tool: Unnumbered<'tools'>): boolean {
  const isSame = row.tool_id === null ? row.name === tool.name : row.tool_id === tool.tool_id
  const model = (some: Unnumbered<'tools'>) => some.model_id ?? some.model
  return isSame && row.basis === 'declared' && row.version === tool.version && model(row) === model(tool)
}

function findPrompts({ prompts }: Rows, evidence: Draft): Unnumbered<'prompts'>[] {
  return evidence.prompts
    .filter(({ text }) => !prompts.some((row) => isSameText(row.text, text)))
    .map(({ kind, text }) => ({
      kind,
      text,
      length: text.length,
      tool_seq: null,
      result: null,
      ...evidenced,
    }))
}

function findFailures({ failures }: Rows, evidence: Draft): Unnumbered<'failures'>[] {
  return evidence.failures
    .map((one) => ({ ...one, attempt: tellAttempt(one) }))
    .filter((one) => !failures.some((row) => isSameText(row.error ?? row.summary, one.error ?? one.attempt)))
    .flatMap(({ attempt, error, cause, resolution }) => {
      const summary = attempt ?? error
      if (summary === null) return []
      return [
        { summary, error, cause, resolution, category: null, tool_seq: null, prompt_seq: null, ...evidenced },
      ]
    })
}

function findCorrections({ corrections }: Rows, evidence: Draft): Unnumbered<'corrections'>[] {
  return evidence.corrections
    .filter((one) => !corrections.some((row) => row.path === one.path && isSameText(row.summary, one.what)))
    .map(({ what, reason, path, before, after }) => ({
      summary: what,
      reason,
      category: null,
      path,
      before,
      after,
      tool_seq: null,
      prompt_seq: null,
      ...evidenced,
    }))
}
