// Keeps annotations within what GitHub shows: ten of each level for a step. It drops the rest without a word.

import type { Annotation } from './annotation.ts'
import { cutText } from './cut-text.ts'

const most = 10
/** Far below GitHub's 64 KB for one message, so that 30 of them stay readable. */
const mostCharacters = 2000

/** The first of each level; the last one that GitHub keeps then says how many more there are. */
export function limitAnnotations(annotations: readonly Annotation[]): Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const all = annotations.filter((annotation) => annotation.level === level).map(shorten)
    if (all.length <= most) return all
    const shown = all.slice(0, most - 1)
    const rest = all.length - shown.length
    const message = `${rest} more of this level: the job summary and the log list them all.`
    return [...shown, { level, title: 'ai-worklog', message }]
  })
}

function shorten({ message, ...annotation }: Annotation): Annotation {
  return { ...annotation, message: cutText(message, mostCharacters) }
}
