// Finds the folder that a session of Gemini CLI was in: the transcript names it only by a hash.

import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isJsonObject, readObject } from '../../../core/json.ts'
import { readJsonFile } from '../../session/read-json-file.ts'

/** The folder of the session in `path`, by what stands beside it; null when nothing tells. */
export async function findProjectFolder(path: string, projectHash: string | null): Promise<string | null> {
  let project = dirname(path)
  while (basename(project) !== 'chats') {
    if (dirname(project) === project) return null
    project = dirname(project)
  }
  project = dirname(project)
  const own = await readStart(join(project, '.project_root')).catch(() => null)
  if (own) return own
  // `projects.json` maps folders to the names of the folders in `tmp`.
  const registry = await readJsonFile(join(dirname(dirname(project)), 'projects.json')).catch(() => null)
  const projects = isJsonObject(registry?.value) ? readObject(registry.value, 'projects') : null
  for (const [folder, name] of Object.entries(projects ?? {})) {
    if (name === basename(project) || hash(folder) === (projectHash ?? basename(project))) return folder
  }
  return null
}

async function readStart(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(4096), 0, 4096)
    return buffer.toString('utf8', 0, bytesRead).trim()
  } finally {
    await handle.close()
  }
}

function hash(folder: string): string {
  return createHash('sha256').update(folder).digest('hex')
}
