// Which commit messages are read, and which of those as Markdown: 250 messages could hold 250 bodies.

import { countLines, maxLines } from '../document/count-lines.ts'
import { maxCharacters } from '../document/parse-markdown.ts'
import type { Commit } from '../pull-request.ts'
import { mayTellOfAi } from './may-tell-of-ai.ts'

/** Characters of all messages whose trailers are read. In 3,416 real pull requests they have at most 15,668. */
export const mostRead = 524_288

/** Characters of all messages that are parsed: as many as two bodies may have. */
export const mostParsed = 2 * maxCharacters

export interface SelectedMessages {
  /** The messages within the limits. */
  read: Commit[]
  /** Those of them that may tell of AI in prose, and so are parsed. */
  parsed: Commit[]
  /** Messages over a limit. Those over `mostParsed` alone stand in `read` too: their trailers are read all the same. */
  tooLarge: Set<Commit>
}

/** Selects the first of `commits` that fit. */
export function selectMessages(commits: readonly Commit[]): SelectedMessages {
  const read = firstOf(
    commits.filter(({ message }) => message.length <= maxCharacters),
    mostRead,
  )
  const telling = read.filter(({ message }) => mayTellOfAi(message))
  const parsed = firstOf(firstOf(telling, mostParsed), maxLines, countLines)
  const [isRead, isParsed] = [new Set(read), new Set(parsed)]
  const tooLarge = [
    ...commits.filter((commit) => !isRead.has(commit)),
    ...telling.filter((commit) => !isParsed.has(commit)),
  ]
  return { read, parsed, tooLarge: new Set(tooLarge) }
}

function firstOf(
  commits: readonly Commit[],
  most: number,
  measure = (message: string) => message.length,
): Commit[] {
  let sum = 0
  return commits.filter(({ message }) => {
    const size = measure(message)
    // One that is too much by itself takes no room from the others.
    if (size <= most) sum += size
    return size <= most && sum <= most
  })
}
