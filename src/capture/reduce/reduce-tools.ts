// The tools of a draft.

import type { DraftTool } from '../../core/draft/draft.ts'
import { findTool } from '../../core/vocabulary/tools-index.ts'
import type { Session } from '../session/session.ts'
import { itemKey } from './item-key.ts'
import { toOneLine } from './text/one-line.ts'
import type { Work } from './work/work.ts'

/** One row for each tool, version and model that did something, in order of first use. */
export function reduceTools(works: readonly Work[]): DraftTool[] {
  const rows = works.filter(({ selected }) => didSomething(selected.session)).flatMap(toRows)
  // A row that says less than another of the same tool says nothing.
  return rows.filter(
    (row, index) =>
      !rows.some((other, at) => other !== row && covers(other, row) && (!covers(row, other) || at < index)),
  )
}

/** Prompts alone got no answer. A session without events is known from the repository by what it made. */
function didSomething({ events }: Session): boolean {
  return events.length === 0 || events.some(({ kind }) => kind !== 'prompt')
}

function toRows({ selected: { session }, id }: Work): DraftTool[] {
  const tool = session.toolId === null ? null : findTool(session.toolId)
  const name = tool?.name ?? toOneLine(session.toolName)
  const version = session.version === null ? null : toOneLine(session.version)
  const models = session.models.map((model) => toOneLine(model.replace(wideContext, ''))).filter(isModel)
  const named = models.length === 0 ? [null] : [...new Set(models)]
  if (name === '') return []
  return named.map((model, position) => ({ key: itemKey(id, 'tool', position), name, version, model }))
}

/** Claude Code marks the wide window of context of the same model so. */
const wideContext = /\[1m\]$/i

/** Tools write `<synthetic>` and the like where no model answered. */
function isModel(model: string): boolean {
  return model !== '' && !/^<.*>$|^(?:unknown|default|auto|none)$/i.test(model)
}

function covers(one: DraftTool, other: DraftTool): boolean {
  return (
    one.name === other.name &&
    (other.version === null || one.version === other.version) &&
    (other.model === null || one.model === other.model)
  )
}
