// Whether a masked sentence calls an AI's work poor: "it proposed really bad code", "the solution wasn't good". An AI that
// mended or reported what was poor did well.

import { poorWords, solvingVerbs } from '../../vocabulary/lesson-words.ts'

/** Whether `masked` says so of the AI in it or, with `isAboutAi`, of "it". */
export function tellsPoorWork(masked: string, isAboutAi: boolean): boolean {
  const subject = isAboutAi ? anySubject : ai
  const found = subject.exec(masked)
  if (!found) return false
  const rest = masked.slice(found.index + found[0].length)
  const poor = poorWord.exec(rest)
  if (!poor) return false
  const between = rest.slice(0, poor.index)
  return !solving.test(between) && !negated.test(between.slice(-24))
}

const ai = /§/
const anySubject =
  /§|\b(?:it|they|he|she|the (?:agent|model|tool|ai|bot|llm|assistant|first \w+|initial \w+|code|output|result|solution|approach))\b/
const poorWord = new RegExp(`\\b${poorWords}(?![\\w-])`)
const solving = new RegExp(`\\b${solvingVerbs}`)
const negated =
  /\b(?:no|not|never|without|nothing|isn't|wasn't|aren't|weren't|didn't|less|avoid)\b(?:\s\S+){0,2}\s*$/
