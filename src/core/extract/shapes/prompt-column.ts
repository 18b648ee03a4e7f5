// Which column of a table holds prompts.

import type { Table } from '../../document/block.ts'

/** The column that `isPrompt` says it of, the only one, or the one beside numbers; -1 when there is none. */
export function findPromptColumn({ header, rows }: Table, isPrompt: readonly boolean[]): number {
  const named = isPrompt.indexOf(true)
  if (named !== -1 || header.length === 1) return Math.max(named, 0)
  const isCounted = header.length === 2 && rows.every(([first]) => /^(?:#?\d+\.?)?$/.test(first?.text ?? ''))
  return isCounted ? 1 : -1
}
