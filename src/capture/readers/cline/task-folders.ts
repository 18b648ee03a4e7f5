// Where extensions of VS Code, and of the editors made from it, keep their data.

import type { Machine, Root } from '../reader.ts'

const editors = [
  'Code',
  'Code - Insiders',
  'VSCodium',
  'Cursor',
  'Windsurf',
  'Trae',
  'Kiro',
  'Antigravity',
  'Positron',
]
const servers = [
  '.vscode-server',
  '.vscode-server-insiders',
  '.vscodium-server',
  '.cursor-server',
  '.windsurf-server',
]

/** The task folders of the extension `id` in every editor on the machine. */
export function listTaskRoots({ home, env, platform }: Machine, id: string): Root[] {
  const base =
    platform === 'darwin'
      ? `${home}/Library/Application Support`
      : platform === 'win32'
        ? env.APPDATA || `${home}/AppData/Roaming`
        : env.XDG_CONFIG_HOME || `${home}/.config`
  const storages = [
    ...editors.map((editor) => `${base}/${editor}/User/globalStorage`),
    ...servers.map((server) => `${home}/${server}/data/User/globalStorage`),
    `${home}/.local/share/code-server/User/globalStorage`,
  ]
  return storages.map((storage) => taskRoot(`${storage}/${id}/tasks`))
}

/** A folder with a folder for each task or session. */
export function taskRoot(folder: string): Root {
  return { folder, match: /^[^/.][^/]*$/, kind: 'folder', depth: 1 }
}
