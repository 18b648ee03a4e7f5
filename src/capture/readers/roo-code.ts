// Reads Roo Code's tasks: a folder each, as Cline's, from which it comes (shapes of RooCodeInc/Roo-Code at cb83656,
// 2026-04). They keep no version of the tool.

import { basename, dirname } from 'node:path'
import { readTask } from './cline/read-task.ts'
import { listTaskRoots } from './cline/task-folders.ts'
import type { Reader } from './reader.ts'

const extension = 'rooveterinaryinc.roo-cline'
const namedFile = /^(?:ui_messages|api_conversation_history|history_item)\.json$/
const namedFolder = /[\\/]rooveterinaryinc\.roo-cline[\\/]tasks[\\/][^\\/]+[\\/]?$/

export const rooCode: Reader = {
  id: 'roo-code',
  name: 'Roo Code',
  roots: (machine) => listTaskRoots(machine, extension),
  recognizes: (path) =>
    namedFolder.test(path) || (namedFile.test(basename(path)) && path.includes(extension)),
  async *read(file, { signal }) {
    const folder = namedFile.test(basename(file.path)) ? dirname(file.path) : file.path
    const session = await readTask(folder, { toolId: 'roo-code', toolName: 'Roo Code' }, signal)
    if (session) yield session
  },
}
