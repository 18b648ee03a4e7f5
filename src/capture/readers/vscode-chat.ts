// Reads the sessions of Copilot Chat in VS Code and its kin: `workspaceStorage/<id>/chatSessions/*.jsonl`, before
// 1.109 one `.json` each. Shapes of microsoft/vscode of 2026-08 (model/chatModel.ts, chatSessionOperationLog.ts,
// objectMutationLog.ts 047238f, chatToolInvocation.ts 06419c3).

import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isJsonObject, type JsonObject, readObject, readObjects, readString } from '../../core/json.ts'
import { readJsonFile } from '../session/read-json-file.ts'
import { readRows } from '../session/read-rows.ts'
import { SessionBuilder } from '../session/session-builder.ts'
import type { Reader, ReadOptions, SessionFile } from './reader.ts'
import { readTime } from './vscode-chat/describe-tool.ts'
import { findWorkspaceFolder } from './vscode-chat/find-workspace-folder.ts'
import { Journal } from './vscode-chat/journal.ts'
import { takeRequests } from './vscode-chat/take-requests.ts'
import { listUserFolders } from './vscode-chat/user-folders.ts'

/** The whole session is held in memory. */
const largestJournal = 512 * 1024 * 1024

export const vscodeChat: Reader = {
  id: 'vscode-chat',
  name: 'GitHub Copilot Chat',
  roots: (machine) =>
    listUserFolders(machine).flatMap((folder) => [
      { folder: join(folder, 'workspaceStorage'), match: /^[^/]+\/chatSessions\/[^/]+\.jsonl?$/, depth: 3 },
      ...['emptyWindowChatSessions', 'transferredChatSessions'].map((name) => ({
        folder: join(folder, 'globalStorage', name),
        match: /^[^/]+\.jsonl?$/,
        depth: 1,
      })),
    ]),
  recognizes: (path, head) =>
    /\.jsonl?$/.test(path) &&
    (/^\uFEFF?\s*\{"kind":0,"v":\{/.test(head) ||
      (/^\uFEFF?\s*\{/.test(head) && head.includes('"responderUsername"') && head.includes('"requests"'))),
  async *read(file, options) {
    // A chat that was continued has been copied to the newer form.
    if (file.path.endsWith('.json') && (await exists(`${file.path}l`))) return
    const journal = new Journal()
    const problems: Array<[reason: string, line: number | null]> = []
    const skipped = await replay(file, options, journal, problems)
    const session = journal.session
    const builder = new SessionBuilder(
      readString(session, 'sessionId')?.slice(0, 200) || basename(file.path).replace(/\.jsonl?$/, ''),
      { ...identify(session), path: file.path },
    )
    for (const [reason, line] of problems) builder.problem(reason, line)
    for (let count = 0; count < skipped; count++) builder.skip('other')
    if (session) {
      for (const request of readObjects(session, 'requests')) builder.note({ version: readVersion(request) })
      builder.note({ branch: readString(readObject(session, 'repoData'), 'localBranch') })
      builder.note({ at: readTime(session.creationDate) })
      takeRequests(session, journal.takenBack, builder)
    }
    if (builder.isEmpty) return
    builder.note({ folder: await findWorkspaceFolder(file.path) })
    yield builder.build()
  },
}

/** Brings `journal` to the state that the file tells, and gives how many lines were not understood. */
async function replay(
  { path, bytes }: SessionFile,
  { signal }: ReadOptions,
  journal: Journal,
  problems: Array<[string, number | null]>,
): Promise<number> {
  const note = (reason: string, line: number | null) => {
    if (problems.length < 10_000) problems.push([reason, line])
  }
  if (path.endsWith('.json')) {
    const { value, problem } = await readJsonFile(path)
    if (problem !== null) note(problem, null)
    journal.apply({ kind: 0, v: value })
    return 0
  }
  let skipped = 0
  if (bytes > largestJournal) note(`larger than ${largestJournal / 1024 / 1024} MB`, null)
  else {
    await readRows(path, { signal, onProblem: note }, (row) => {
      if (!journal.apply(row)) skipped++
    })
  }
  return Math.min(skipped, 1_000_000)
}

/** Copilot, unless all that answered are others. */
function identify(session: JsonObject | null): { toolId: string | null; toolName: string } {
  const agents = readObjects(session, 'requests').flatMap(
    (request) => readString(readObject(request, 'agent'), 'id') ?? [],
  )
  const isCopilot = agents.length === 0 || agents.some((id) => /copilot/i.test(id))
  return isCopilot
    ? { toolId: 'github-copilot', toolName: 'GitHub Copilot Chat' }
    : { toolId: null, toolName: 'VS Code Chat' }
}

function readVersion(request: JsonObject): string | null {
  const agent = readObject(request, 'agent')
  const extension = agent?.extensionId
  const id =
    typeof extension === 'string'
      ? extension
      : readString(isJsonObject(extension) ? extension : null, 'value')
  return id !== null && /^github\.copilot/i.test(id) ? readString(agent, 'extensionVersion') : null
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
