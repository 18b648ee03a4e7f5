// Scores readings of labelled texts, field by field. Pure.

import { readToolMentions } from '../src/core/extract/shapes/tool-mention.ts'
import { resolveModelId } from '../src/core/vocabulary/models-resolve.ts'
import { findTool } from '../src/core/vocabulary/tools-index.ts'
import type { LabelledCase, LabelledTool } from './labelled-case.ts'
import { count, createShare, createTally, type Share, type Tally } from './measures.ts'
import type { FoundTool, Prediction } from './prediction.ts'

/** The scores of one reader over one set of cases. */
export interface CaseScores {
  cases: number
  /** `ai_use` is one of the accepted answers. */
  aiUse: Share
  /** `ai_use` is the one best answer. */
  aiUseStrict: Share
  /** Cases without AI use that are not said to have it. */
  notInvented: Share
  tools: Tally
  /** Of the tools found whose model the label names: those with that model. */
  models: Share
  prompts: Tally
  /** Cases that tell of failures, against those where some were found. */
  failures: Tally
  /** Cases where the number of failures is within the accepted range. */
  failureCounts: Share
  corrections: Tally
  correctionCounts: Share
  /** Cases with an attestation, against those where the same was found. */
  attestation: Tally
  /** Cases where what was found, or nothing, is accepted. */
  attestationAccepted: Share
  /** Untouched templates in which nothing at all was found. */
  templates: Share
}

/** Scores `read` over `cases`. */
export function scoreCases(
  cases: readonly LabelledCase[],
  read: (labelled: LabelledCase) => Prediction,
): CaseScores {
  const scores: CaseScores = {
    cases: cases.length,
    aiUse: createShare(),
    aiUseStrict: createShare(),
    notInvented: createShare(),
    tools: createTally(),
    models: createShare(),
    prompts: createTally(),
    failures: createTally(),
    failureCounts: createShare(),
    corrections: createTally(),
    correctionCounts: createShare(),
    attestation: createTally(),
    attestationAccepted: createShare(),
    templates: createShare(),
  }
  for (const labelled of cases) scoreCase(scores, labelled, read(labelled))
  return scores
}

function scoreCase(scores: CaseScores, labelled: LabelledCase, found: Prediction): void {
  const { id, kind, expect, accept } = labelled
  const said = `${id}: ${word(found.uses_ai)}, not ${word(expect.uses_ai)}`
  const tolerated = [expect.uses_ai, ...(accept.uses_ai ?? [])]
  count(scores.aiUse, tolerated.includes(found.uses_ai), said)
  count(scores.aiUseStrict, found.uses_ai === expect.uses_ai, said)
  if (expect.uses_ai !== true) {
    count(scores.notInvented, found.uses_ai !== true || tolerated.includes(true), said)
  }
  scoreTools(scores, labelled, found.tools)
  scorePrompts(scores.prompts, labelled, found.prompts)
  for (const field of ['failures', 'corrections'] as const) {
    const range = accept[field] ?? [expect[field], expect[field]]
    const shown = `${id}: ${found[field].length}, not ${range.join(' to ')}`
    scorePresence(scores[field], expect[field] > 0, found[field], range, id)
    const counts = field === 'failures' ? scores.failureCounts : scores.correctionCounts
    count(counts, isWithin(found[field].length, [Math.min(...range, expect[field]), range[1]]), shown)
  }
  scoreAttestation(scores, labelled, found.attestation)
  if (kind === 'template') count(scores.templates, isSilent(found), id)
}

const word = (answer: boolean | null) => (answer === null ? 'unknown' : answer ? 'used' : 'none')

/** A range that starts or ends at zero tolerates both; else some must be found, or none. */
function scorePresence(
  tally: Tally,
  isExpected: boolean,
  found: readonly string[],
  [low, high]: readonly [number, number],
  id: string,
): void {
  const isFound = found.length > 0
  if (isExpected && isFound) tally.right++
  else if (isExpected && low > 0) {
    tally.missed++
    tally.misses.push(id)
  } else if (!isExpected && isFound && high === 0) {
    tally.extra++
    tally.extras.push(`${id}: ${found.join(' | ').slice(0, 200)}`)
  }
}

function isWithin(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high
}

function scoreTools(scores: CaseScores, { id, expect, accept }: LabelledCase, found: readonly FoundTool[]) {
  const left = [...found]
  for (const wanted of expect.tools) {
    const matches = left.filter((tool) => isSameTool(tool, wanted))
    const best = matches.find((tool) => isSameModel(tool.model, wanted.model)) ?? matches[0]
    if (!best) {
      scores.tools.missed++
      scores.tools.misses.push(`${id}: ${wanted.name}`)
      continue
    }
    scores.tools.right++
    left.splice(left.indexOf(best), 1)
    if (wanted.model !== null) {
      const shown = `${id}: ${best.model}, not ${wanted.model}`
      count(scores.models, isSameModel(best.model, wanted.model), shown)
    }
  }
  for (const tool of left) {
    const isTolerated =
      accept.tools_alt?.some((name) => isSameTool(tool, { name, version: null, model: null })) ||
      // One tool with two models is one tool to a label.
      expect.tools.some((wanted) => isSameTool(tool, wanted))
    if (isTolerated) continue
    scores.tools.extra++
    scores.tools.extras.push(`${id}: ${tool.name}`)
  }
}

/** Equal names or ids; a product and the family of its models; or the very model that the label names. */
function isSameTool(found: FoundTool, wanted: LabelledTool): boolean {
  const name = wanted.name.toLowerCase()
  if (found.name.toLowerCase() === name) return true
  if (wanted.model !== null && found.model !== null && isSameModel(found.model, wanted.model)) return true
  const ids = readToolMentions(wanted.name).map(({ tool_id }) => tool_id)
  if (found.tool_id === null || ids.length === 0) return false
  if (ids.includes(found.tool_id)) return true
  const tool = findTool(found.tool_id)
  return ids.some((other) => {
    const wantedTool = other === null ? null : findTool(other)
    if (!tool || !wantedTool) return false
    const oneIsFamily = tool.family === true || wantedTool.family === true
    return oneIsFamily && tool.vendor === wantedTool.vendor
  })
}

function isSameModel(found: string | null, wanted: string | null): boolean {
  if (found === null || wanted === null) return found === wanted
  const ids = [resolveModelId(found), resolveModelId(wanted)]
  if (ids[0] !== null && ids[0] === ids[1]) return true
  const [a, b] = [found, wanted].map((text) => text.toLowerCase().replace(/[^a-z0-9]/g, ''))
  return (
    a !== '' && b !== '' && a !== undefined && b !== undefined && (a === b || a.includes(b) || b.includes(a))
  )
}

function scorePrompts(tally: Tally, { id, expect, accept }: LabelledCase, found: readonly string[]): void {
  const left = found.map(start)
  let missed = 0
  for (const wanted of expect.prompts) {
    const index = left.indexOf(start(wanted))
    if (index >= 0) {
      tally.right++
      left.splice(index, 1)
    } else {
      missed++
      tally.misses.push(`${id}: ${wanted}`)
    }
  }
  const [low, high] = accept.prompts_n ?? [expect.prompts.length, expect.prompts.length]
  tally.missed += Math.min(missed, Math.max(0, low - (expect.prompts.length - missed)))
  const extra = Math.min(
    left.length,
    Math.max(0, found.length - high + (expect.prompts.length > high ? 0 : missed)),
  )
  tally.extra += extra
  if (extra > 0) tally.extras.push(...left.map((text) => `${id}: ${text}`))
}

/** The first 80 characters as the labels hold them. */
function start(prompt: string): string {
  return prompt
    .replace(/^[ \t]*(?:>[ \t]?)+/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim()
}

function scoreAttestation(scores: CaseScores, { id, expect, accept }: LabelledCase, found: boolean | null) {
  const tolerated = [expect.attestation, ...(accept.attestation ?? [])]
  count(scores.attestationAccepted, tolerated.includes(found), `${id}: ${found}, not ${expect.attestation}`)
  const tally = scores.attestation
  if (expect.attestation !== null && found === expect.attestation) tally.right++
  else if (tolerated.includes(found)) return
  else {
    if (expect.attestation !== null) {
      tally.missed++
      tally.misses.push(`${id}: ${found}, not ${expect.attestation}`)
    }
    if (found !== null) {
      tally.extra++
      tally.extras.push(`${id}: ${found}, not ${expect.attestation}`)
    }
  }
}

function isSilent({ uses_ai, tools, prompts, failures, corrections, attestation }: Prediction): boolean {
  return (
    uses_ai === null &&
    attestation === null &&
    tools.length + prompts.length + failures.length + corrections.length === 0
  )
}
