// Tools and models that the trailers of the branch's commits name.

import type { ToolMention } from '../../core/extract/shapes/tool-mention.ts'
import { readTrailers } from '../../core/signals/trailers.ts'
import { findTool as findById } from '../../core/vocabulary/tools-index.ts'
import type { Branch } from '../branch/branch.ts'
import type { Selected } from '../find/selected.ts'
import { commitTime, EvidenceSessions } from './evidence-session.ts'

/** Longer messages are not read. */
const longestMessage = 200_000

/** A session for each tool, version and model; none has events. Denials and reviewers give none. */
export function readTrailerTools(branch: Branch): Selected[] {
  const sessions = new EvidenceSessions('trailers')
  for (const commit of branch.commits) {
    if (commit.message.length > longestMessage) continue
    for (const reading of readTrailers(commit.message, () => false)) {
      const tools = reading.kind === 'tool' ? reading.mentions : []
      for (const { tool_id, name, version, model } of [...tools, ...readSessionTool(reading.link?.tool_id)]) {
        const id = `trailer ${[tool_id ?? name, version ?? '', model ?? ''].join('/')}`
        const session = sessions.at(id, { toolId: tool_id, toolName: name })
        session?.builder.note({ version, model, at: commitTime(commit) })
        session?.commits.add(commit.sha)
      }
    }
  }
  return sessions.list()
}

type NamedTool = Pick<ToolMention, 'tool_id' | 'name' | 'version' | 'model'>

/** The tool whose session a trailer such as `Claude-Session:` names. */
function readSessionTool(toolId: string | null | undefined): NamedTool[] {
  const tool = toolId ? findById(toolId) : null
  return tool ? [{ tool_id: tool.id, name: tool.name, version: null, model: null }] : []
}
