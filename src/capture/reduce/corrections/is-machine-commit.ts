// Whether a commit says that no human wrote it: merges, bots, formatters, AI tools.

import { readFooters } from '../../../core/signals/footers.ts'
import { readTrailers } from '../../../core/signals/trailers.ts'
import { identifyEmail } from '../../../core/vocabulary/tools-index.ts'
import type { BranchCommit } from '../../branch/branch.ts'

const merge = /^(?:Merge (?:branch|pull request|remote-tracking|tag|commit|[\w/.-]+ into )|Merged? in )/i
const formatter =
  /^(?:style(?:\([^)]*\))?!?:|(?:run |apply |auto-?)(?:prettier|biome|black|ruff|gofmt|goimports|rustfmt|cargo fmt|clang-format|eslint --fix|spotless|formatter|formatting|format|lint fixes)|(?:chore(?:\([^)]*\))?: )?(?:format code|formatting|fix formatting|reformat|linting|lint)\.?$)/i

/** By its subject, author and trailers; commits with an AI's trailer are an AI's. */
export function isMachineCommit({ message, author }: BranchCommit): boolean {
  const subject = message.split('\n', 1)[0] ?? ''
  if (merge.test(subject) || formatter.test(subject)) return true
  if (/\[bot\]|\bbot@|-bot@|[-_ ]bot$/i.test(`${author.email} ${author.name}`)) return true
  return isAi({ message, author })
}

/** Whether an AI tool is its author or leaves its mark in the message. */
export function isAi({ message, author }: Pick<BranchCommit, 'message' | 'author'>): boolean {
  if (identifyEmail(author.email) !== null || author.name.endsWith(' (aider)')) return true
  const text = message.slice(0, longestMessage)
  return (
    readTrailers(text, () => false).some(({ kind }) => kind === 'tool' || kind === 'session') ||
    readFooters(text, () => false).length > 0
  )
}

const longestMessage = 20_000
