// Finds the folder that a VS Code chat was in: `workspace.json` stands beside `chatSessions`.

import { dirname, join, posix } from 'node:path'
import { isJsonObject } from '../../../core/json.ts'
import { readJsonFile } from '../../session/read-json-file.ts'
import { readUri } from './read-uri.ts'

/** The folder of the chat in `path`; of a workspace of several folders that of its file; null when nothing tells. */
export async function findWorkspaceFolder(path: string): Promise<string | null> {
  const file = await readJsonFile(join(dirname(dirname(path)), 'workspace.json')).catch(() => null)
  if (!isJsonObject(file?.value)) return null
  const workspace = readUri(file.value.workspace)
  return readUri(file.value.folder) ?? (workspace === null ? null : posix.dirname(workspace))
}
