// What the description and the commit messages tell, as one: the description first, and nothing twice. A pull request
// of one commit repeats the commit's message, a merge repeats the description.

import { type SectionName, sectionNames } from '../record/section-name.ts'
import type { SectionReading, TextReading } from './text-reading.ts'

/**
 * Combines `readings`, the description's first. A denial in a commit speaks for that commit only: all must deny.
 */
export function combineReadings(readings: readonly [TextReading, ...TextReading[]]): TextReading {
  const [first, ...others] = readings
  if (others.length === 0) return first
  const contexts = readings.map(({ context }) => context)
  const reviews = readings.map(({ review }) => review)
  return {
    statement: {
      used: readings.some(({ statement }) => statement.used),
      none: first.statement.none || others.every(({ statement }) => statement.none),
    },
    said: readings.flatMap(({ said }) => said),
    sections: new Map(sectionNames.map((name) => [name, strongest(readings, name)])),
    extent: firstOf(readings.map(({ extent }) => extent)),
    tools: readings.flatMap(({ tools }) => tools),
    prompts: joinRows(
      readings.map(({ prompts }) => prompts),
      ({ text }) => text,
    ),
    failures: joinRows(
      readings.map(({ failures }) => failures),
      ({ summary }) => summary,
    ),
    corrections: joinRows(
      readings.map(({ corrections }) => corrections),
      ({ summary }) => summary,
    ),
    context: {
      domain: firstOf(contexts.map(({ domain }) => domain)),
      requirements: firstOf(contexts.map(({ requirements }) => requirements)),
      constraints: firstOf(contexts.map(({ constraints }) => constraints)),
      performance: firstOf(contexts.map(({ performance }) => performance)),
      notes: firstOf(contexts.map(({ notes }) => notes)),
    },
    linkedIssues: [...new Set(readings.flatMap(({ linkedIssues }) => linkedIssues))],
    review: {
      human_reviewed: firstOf(reviews.map(({ human_reviewed }) => human_reviewed)),
      attestations: reviews.flatMap(({ attestations }) => attestations),
      verification: firstOf(reviews.map(({ verification }) => verification)),
      tests_run: firstOf(reviews.map(({ tests_run }) => tests_run)),
    },
  }
}

const ranking = ['answered', 'denied', 'template', 'empty'] as const

function strongest(readings: readonly TextReading[], name: SectionName): SectionReading {
  const found = readings.flatMap(({ sections }) => sections.get(name) ?? [])
  return (
    ranking.flatMap((state) => found.find((section) => section.state === state) ?? [])[0] ?? {
      state: 'absent',
      place: null,
    }
  )
}

function firstOf<T>(values: readonly (T | null)[]): T | null {
  return values.find((value) => value !== null) ?? null
}

/** The rows of all `lists` but those that an earlier list has; what one text says twice was so twice. */
function joinRows<T>(lists: readonly (readonly T[])[], keyOf: (row: T) => string): T[] {
  const known = new Set<string>()
  return lists.flatMap((rows) => {
    const keyed = rows.map((row) => ({ row, key: keyOf(row).replace(/\s+/g, ' ').trim() }))
    const fresh = keyed.filter(({ key }) => !known.has(key))
    for (const { key } of keyed) known.add(key)
    return fresh.map(({ row }) => row)
  })
}
