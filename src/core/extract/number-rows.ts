// Stated failures, corrections and prompts to numbered rows, tied to the tools and prompts they name.

import type { WorklogRecord } from '../record/schema.ts'
import type { StatedCorrection } from './sections/read-corrections.ts'
import type { StatedFailure } from './sections/read-failures.ts'
import type { StatedPrompt } from './sections/read-prompts.ts'
import type { Placed } from './text-reading.ts'

type Tools = WorklogRecord['tools']

/** The rows of `prompts`, in order. */
export function numberPrompts(
  prompts: readonly Placed<StatedPrompt>[],
  tools: Tools,
): WorklogRecord['prompts'] {
  return prompts.map(({ kind, text, result, tool, at }, index) => ({
    seq: index + 1,
    kind,
    text,
    length: text.length,
    tool_seq: findTool(tool, tools),
    result,
    place: at,
    basis: 'declared',
  }))
}

/** The rows of `failures`, in order. */
export function numberFailures(
  failures: readonly Placed<StatedFailure>[],
  tools: Tools,
  promptCount: number,
): WorklogRecord['failures'] {
  return failures.map(({ at, tool, prompt, summary, error, cause, resolution, category }, index) => ({
    seq: index + 1,
    summary,
    error,
    cause,
    resolution,
    category,
    tool_seq: findTool(tool, tools),
    prompt_seq: findPrompt(prompt, promptCount),
    place: at,
    basis: 'declared',
  }))
}

/** The rows of `corrections`, in order. */
export function numberCorrections(
  corrections: readonly Placed<StatedCorrection>[],
  tools: Tools,
  promptCount: number,
): WorklogRecord['corrections'] {
  return corrections.map(({ at, tool, prompt, summary, reason, category, path, before, after }, index) => ({
    seq: index + 1,
    summary,
    reason,
    category,
    path,
    before,
    after,
    tool_seq: findTool(tool, tools),
    prompt_seq: findPrompt(prompt, promptCount),
    place: at,
    basis: 'declared',
  }))
}

/** The tool whose name `written` starts with or is. Never the only tool by default: that would be a guess. */
function findTool(written: string | null, tools: Tools): number | null {
  if (written === null) return null
  const name = written.trim().toLowerCase()
  const found = tools.find((tool) => name === tool.name.toLowerCase() || name === tool.tool_id)
  return (found ?? tools.find((tool) => name.startsWith(tool.name.toLowerCase())))?.seq ?? null
}

/** `2`, `#2` and `Prompt 2` are the second prompt, when there is one. */
function findPrompt(written: string | null, count: number): number | null {
  const number = Number(/^(?:prompt\s*)?#?(\d{1,4})\.?$/i.exec(written?.trim() ?? '')?.[1] ?? Number.NaN)
  return number >= 1 && number <= count ? number : null
}
