// Reads the notes that git-ai leaves on a commit (Git AI Standard 3.0.0, `refs/notes/ai`): which agents wrote in it.

import { readToolMentions, type ToolMention } from '../extract/shapes/tool-mention.ts'
import { isJsonObject, type JsonObject, readObject, readString } from '../json.ts'

/** One agent of a note; offsets (end exclusive) are offsets into the note. */
export interface NotedAgent {
  /** Null when the vocabulary does not know it. */
  mention: ToolMention | null
  /** `tool/model`, as the note has them. */
  value: string
  start: number
  end: number
}

// A note lists every line range of its commit: real ones reach some hundred kilobytes.
const longestNote = 1_000_000
const mostAgents = 50

/** The agents that `note` names, each once, in order; none when it is not such a note. Never throws. */
export function readGitNote(note: string): NotedAgent[] {
  const metadata = note.length > longestNote ? null : readMetadata(note)
  if (metadata === null) return []
  const agents = new Map<string, NotedAgent>()
  for (const key of ['sessions', 'prompts'] as const) {
    for (const session of Object.values(readObject(metadata, key) ?? {})) {
      const agent = isJsonObject(session) ? readAgent(note, readObject(session, 'agent_id')) : null
      if (agent !== null && agents.size < mostAgents && !agents.has(agent.value))
        agents.set(agent.value, agent)
    }
  }
  return [...agents.values()]
}

/** The JSON below the line `---`. */
function readMetadata(note: string): JsonObject | null {
  const divider = /^---\r?\n(?=\s*\{)/m.exec(note)
  if (divider === null) return null
  try {
    const metadata: unknown = JSON.parse(note.slice(divider.index + divider[0].length))
    const version = isJsonObject(metadata) ? readString(metadata, 'schema_version') : null
    return isJsonObject(metadata) && version?.startsWith('authorship/') === true ? metadata : null
  } catch {
    return null
  }
}

function readAgent(note: string, agent: JsonObject | null): NotedAgent | null {
  const tool = readString(agent, 'tool')?.slice(0, 100)
  if (!tool) return null
  const model = readString(agent, 'model')?.slice(0, 100) ?? ''
  const value = model === '' ? tool : `${tool}/${model}`
  // git-ai calls an agent by its command.
  const name = tool === 'claude' ? 'Claude Code' : tool
  const [mention = null] = readToolMentions(model === '' ? name : `${name}/${model}`)
  const at = Math.max(0, note.indexOf(JSON.stringify(tool)))
  return { mention, value, start: at, end: at + JSON.stringify(tool).length }
}
