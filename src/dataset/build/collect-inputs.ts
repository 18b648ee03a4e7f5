// Runs the sources one after another and joins what they bring.

import type { Collected } from '../sources/collected.ts'
import type { BuildOptions, SourceContext } from './build-options.ts'

/** What all sources bring, in their order; counts of one name are added up. */
export async function collectInputs(
  { sources }: Pick<BuildOptions, 'sources'>,
  context: SourceContext,
): Promise<Collected> {
  const parts: Collected[] = []
  for (const source of sources) {
    context.signal.throwIfAborted()
    parts.push(await source(context))
  }
  const counts: Record<string, number> = {}
  for (const part of parts) {
    for (const [name, count] of Object.entries(part.counts)) counts[name] = (counts[name] ?? 0) + count
  }
  return {
    inputs: parts.flatMap(({ inputs }) => inputs),
    outcomes: parts.flatMap(({ outcomes }) => outcomes),
    problems: parts.flatMap(({ problems }) => problems),
    artifacts: parts.flatMap(({ artifacts }) => artifacts),
    through: parts.flatMap(({ through }) => through ?? []),
    diffs: parts.find(({ diffs }) => typeof diffs === 'string')?.diffs ?? null,
    counts,
  }
}
