// Reads Cline's tasks and sessions: task folders of the extension up to 3.x and of its first command line (shapes of
// cline/cline at 21cb8d2, 2026-08), and session folders of the SDK, recorded with the command line 3.0.65.

import { basename, dirname } from 'node:path'
import { readSdkSession } from './cline/read-sdk-session.ts'
import { readTask } from './cline/read-task.ts'
import { listTaskRoots, taskRoot } from './cline/task-folders.ts'
import type { Reader } from './reader.ts'

const extension = 'saoudrizwan.claude-dev'
const namedFile = /^(?:(?:ui_messages|claude_messages|api_conversation_history)\.json|.+\.messages\.json)$/
const namedFolder =
  /[\\/](?:saoudrizwan\.claude-dev|\.cline[\\/]data)[\\/](?:tasks|sessions)[\\/][^\\/]+[\\/]?$/

export const cline: Reader = {
  id: 'cline',
  name: 'Cline',
  roots: (machine) => {
    const data = machine.env.CLINE_DATA_DIR || `${machine.env.CLINE_DIR || `${machine.home}/.cline`}/data`
    return [...listTaskRoots(machine, extension), taskRoot(`${data}/tasks`), taskRoot(`${data}/sessions`)]
  },
  recognizes: (path) =>
    namedFolder.test(path) ||
    (namedFile.test(basename(path)) && !path.includes('rooveterinaryinc.roo-cline')),
  async *read(file, { signal }) {
    const folder = namedFile.test(basename(file.path)) ? dirname(file.path) : file.path
    const session =
      (await readTask(folder, { toolId: 'cline', toolName: 'Cline' }, signal)) ??
      (await readSdkSession(folder, signal))
    if (session) yield session
  },
}
