// A pasted conversation with an AI: `USER: …` and `ASSISTANT: …` in turn. Only what the user said is a prompt; the rest
// is the AI's, whatever headings and labels it holds.

import type { Span } from '../document/block.ts'
import type { StatedPrompt } from './sections/read-prompts.ts'

export interface Transcript extends Span {
  prompts: StatedPrompt[]
}

/** The conversation in `source`, null when there is none. `isTraced`: something else shows that AI took part. */
export function findTranscript(source: string, isTraced: boolean): Transcript | null {
  if (!/^[*_]{0,2}(?:user|human)\b/im.test(source)) return null
  const turns = [...source.matchAll(turn)].map((match) => ({
    isUser: isUser.test(match[1] ?? ''),
    start: match.index,
    textStart: match.index + match[0].length,
  }))
  const [first] = turns
  if (!first || !turns.some(({ isUser }) => isUser) || turns.every(({ isUser }) => isUser)) return null
  if (!isTraced && !announced.test(source.slice(0, first.start).slice(-200))) return null
  const end = findEnd(source)
  const prompts: StatedPrompt[] = []
  turns.forEach(({ isUser, textStart }, index) => {
    const turnEnd = Math.min(turns[index + 1]?.start ?? end, end)
    const text = source.slice(textStart, turnEnd)
    if (!isUser || text.trim() === '') return
    const start = textStart + (text.length - text.trimStart().length)
    prompts.push({
      start,
      end: textStart + text.trimEnd().length,
      text: text.trim(),
      kind: prompts.length === 0 ? 'initial' : 'refinement',
      result: null,
      tool: null,
    })
  })
  return { start: first.start, end, prompts }
}

const turn =
  /^[ \t]{0,3}(?:[*_]{2})?(USER|ASSISTANT|SYSTEM|User|Human|Assistant|AI|Claude|ChatGPT|Copilot|Model)(?:[*_]{2})?:(?:[*_]{2})?[ \t]*/gm
const isUser = /^(?:user|human)$/i
const announced =
  /\b(?:chat|conversation|transcript|aider|context|prompts?|session|dialog(?:ue)?)\b[^\n]{0,40}\s*$/i

/** Trailers at the end of a message are not said by anyone. */
function findEnd(source: string): number {
  const trailers = /(?<=\S[^\S\n]*)\n\s*\n(?:[A-Z][A-Za-z-]+: [^\n]+\n?)+\s*$/.exec(source)
  return trailers && !/^\s*(?:USER|ASSISTANT|User|Human|Assistant|AI)\b/.test(trailers[0])
    ? trailers.index
    : source.trimEnd().length
}
