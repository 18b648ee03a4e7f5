// The notes that git-ai leaves on commits (Git AI Standard 3.0.0, `refs/notes/ai`): agents and models, and prompts in
// notes from before 1.3.4. Names and addresses of humans in them are not read.

import type { ToolMention } from '../../core/extract/shapes/tool-mention.ts'
import { isJsonObject, type JsonObject, readObject, readObjects, readString } from '../../core/json.ts'
import { readGitNote } from '../../core/signals/git-notes.ts'
import type { Branch, BranchCommit, Git } from '../branch/branch.ts'
import type { Selected } from '../find/selected.ts'
import { commitTime, EvidenceSessions, findTool } from './evidence-session.ts'

const ref = 'refs/notes/ai'
const commitsAtOnce = 25
const mostPrompts = 500

/** The sessions that the notes on the branch's commits name. */
export async function readNotes(branch: Branch, git: Git): Promise<Selected[]> {
  if ((await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])) === null) return []
  const sessions = new EvidenceSessions(ref)
  for (let at = 0; at < branch.commits.length; at += commitsAtOnce) {
    const commits = branch.commits.slice(at, at + commitsAtOnce)
    const format = ['--no-walk=unsorted', `--notes=${ref}`, '--format=%H%x00%N%x00']
    const output = await git(['log', ...format, ...commits.map(({ sha }) => sha), '--'])
    const fields = (output ?? '').split('\0')
    for (let index = 0; index + 1 < fields.length; index += 2) {
      const commit = commits.find(({ sha }) => sha === fields[index]?.trim())
      if (commit) addNote(sessions, commit, fields[index + 1] ?? '')
    }
  }
  return sessions.list()
}

function addNote(sessions: EvidenceSessions, commit: BranchCommit, note: string): void {
  const mentions = new Map(readGitNote(note).map(({ value, mention }) => [value, mention]))
  if (mentions.size === 0) return
  const metadata = readMetadata(note)
  for (const key of ['sessions', 'prompts'] as const) {
    for (const [name, entry] of Object.entries(readObject(metadata, key) ?? {}))
      if (isJsonObject(entry)) addEntry(sessions, commit, name, entry, mentions)
  }
}

function addEntry(
  sessions: EvidenceSessions,
  commit: BranchCommit,
  name: string,
  entry: JsonObject,
  mentions: ReadonlyMap<string, ToolMention | null>,
): void {
  const agent = readObject(entry, 'agent_id')
  const tool = readString(agent, 'tool')
  if (!tool) return
  const model = readString(agent, 'model') || null
  const mention = mentions.get(model === null ? tool : `${tool}/${model}`)
  const known = mention ? { toolId: mention.tool_id, toolName: mention.name } : findTool(tool)
  const session = sessions.at((readString(agent, 'id') ?? name).slice(0, 200), known)
  if (session === null) return
  session.commits.add(commit.sha)
  session.builder.note({ model: model === 'unknown' ? null : model, at: commitTime(commit) })
  if (session.builder.isEmpty) addPrompts(session.builder, entry)
}

/** Prompts stand in every note of their session: the first counts. */
function addPrompts(builder: { prompt(text: string, at: string | null): void }, entry: JsonObject): void {
  for (const message of readObjects(entry, 'messages').slice(0, mostPrompts)) {
    if (readString(message, 'type') === 'user')
      builder.prompt(readString(message, 'text') ?? '', readString(message, 'timestamp'))
  }
}

/** The JSON below the line `---`; whether it is a note of git-ai, the core has looked at. */
function readMetadata(note: string): JsonObject | null {
  const divider = /^---\r?\n(?=\s*\{)/m.exec(note)
  try {
    const value: unknown = divider ? JSON.parse(note.slice(divider.index + divider[0].length)) : null
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
