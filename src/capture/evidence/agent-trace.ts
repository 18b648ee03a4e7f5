// Agent-trace records (RFC 0.1.0 of cursor/agent-trace, 2754f07), which its reference keeps in `.agent-trace/*.jsonl`.

import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type JsonObject, readObject, readObjects, readString } from '../../core/json.ts'
import type { Branch } from '../branch/branch.ts'
import type { Selected } from '../find/selected.ts'
import { readRows } from '../session/read-rows.ts'
import { EvidenceSessions, findTool } from './evidence-session.ts'

const folder = '.agent-trace'
const mostFiles = 50

/** A session for each tool and version that records of the branch name: of its commits, or of files it changes. */
export async function readAgentTraces(branch: Branch): Promise<Selected[]> {
  const sessions = new EvidenceSessions(folder)
  // A link would lead out of the repository.
  const stats = await lstat(join(branch.root, folder)).catch(() => null)
  if (!stats?.isDirectory()) return []
  const entries = await readdir(join(branch.root, folder), { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map(({ name }) => name)
  const options = { signal: new AbortController().signal, onProblem: () => {} }
  for (const name of names.sort().slice(0, mostFiles)) {
    const onRow = (row: JsonObject) => addRecord(sessions, branch, row)
    await readRows(join(branch.root, folder, name), options, onRow).catch(() => {})
  }
  return sessions.list()
}

/**
 * A record counts by its revision: a commit of the branch, or the one it left from, for a record names the commit that
 * was there when the AI wrote; then the file must be one that the branch changes.
 */
function addRecord(sessions: EvidenceSessions, branch: Branch, record: JsonObject): void {
  const revision = readString(readObject(record, 'vcs'), 'revision')
  const commit = branch.commits.find(({ sha }) => sha === revision)
  if (!commit && (revision === null || revision !== branch.mergeBase)) return
  const at = readString(record, 'timestamp')
  for (const file of readObjects(record, 'files')) {
    const path = readString(file, 'path')
    if (path === null || !branch.files.includes(path)) continue
    for (const conversation of readObjects(file, 'conversations')) {
      const contributor = readObject(conversation, 'contributor')
      if (!/^(?:ai|mixed)$/.test(readString(contributor, 'type') ?? '')) continue
      const model = readString(contributor, 'model_id')
      const session = findSession(sessions, readObject(record, 'tool'), model)
      if (session === null) continue
      session.builder.note({ model })
      session.builder.call({ action: 'edit', name: 'agent-trace', paths: [path], status: 'ok', at })
      session.files.add(path)
      if (commit) session.commits.add(commit.sha)
    }
  }
}

function findSession(sessions: EvidenceSessions, tool: JsonObject | null, model: string | null) {
  const written = readString(tool, 'name') ?? 'unknown'
  const version = readString(tool, 'version')
  // Without a tool, the model tells at least whose it is.
  const name = written === 'unknown' ? (model ?? '') : written
  if (name === '') return null
  const session = sessions.at(`agent-trace ${name}/${version ?? ''}`, findTool(name))
  session?.builder.note({ version })
  return session
}
