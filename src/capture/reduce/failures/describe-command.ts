// A command as a line of a draft.

import { toOneLine } from '../text/one-line.ts'
import { withoutBrokenWords } from '../text/without-broken-words.ts'
import { readCommandKind } from './command-kind.ts'

const longestCommand = 200
const mostLines = 20
/** Says where, which a reader does not need, and how the human's folders are called. */
const onlyMoves = /^\s*cd\s+(?:"[^"]*"|'[^']*'|[^\s;&|]+)\s*;?\s*$/

/** Without the way to the folder; of several lines the first that does more than look around. */
export function describeCommand(command: string): string {
  // A key must go before its lines are taken apart: one of them alone looks like a word.
  const lines = withoutBrokenWords(command)
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => !/^\s*(?:#|$)/.test(line) && !onlyMoves.test(line))
  const telling = lines.slice(0, mostLines).find((line) => readCommandKind(line).purpose !== 'look')
  const said = (telling ?? lines[0] ?? '').replace(/^\s*cd\s+(?:"[^"]*"|'[^']*'|[^\s;&|]+)\s*(?:&&|;)\s*/, '')
  const line = toOneLine(said, longestCommand - 2)
  return lines.length <= 1 || line.endsWith('…') ? line : `${line} …`
}
