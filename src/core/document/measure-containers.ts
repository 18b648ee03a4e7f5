// How much work block quotes and lists make for the parser, found in one pass without parsing. It looks at every open
// container on every line, and whenever a line leaves one it walks over all it has read so far: thousands of
// short quotes, or of lines that lazily continue an item, take it minutes.

import { ContainerStack } from './container-stack.ts'
import { countMark } from './count-mark.ts'

/**
 * Texts that make more work are not read. A unit takes the parser 30 to 70 ns on Node 24, so this is about half a
 * second. In 3,416 real descriptions there are at most 46,368.
 */
export const maxContainerWork = 7_000_000

/** Units for each container that is open on a line. */
const openCost = 30

/** What the parser keeps of a marker, next to what it keeps of a line. */
const markerSize = 4

/** The work in units; counting stops soon after `maxContainerWork`. */
export function measureContainers(text: string): number {
  const stack = new ContainerStack()
  let work = 0
  let size = 0
  for (const line of text.split('\n')) {
    const { open, markers, isLeaving } = stack.readLine(line)
    size += 1 + markers * markerSize
    work += openCost * open + (isLeaving ? size : 0)
    if (work > maxContainerWork) break
  }
  return work
}

/**
 * The most that a text as long as `text`, with as many lines, can make when it nests at most `nesting` deep: found
 * at once, and enough to know for all but long texts. A marker takes two characters with what follows it.
 */
export function boundContainers(text: string, nesting: number): number {
  const lines = countMark(text, '\n') + 1
  return lines * (openCost * nesting + lines + (text.length / 2) * markerSize)
}
