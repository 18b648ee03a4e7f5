// Where the editors that come of VS Code keep what is of the user.

import { join } from 'node:path'
import type { Machine } from '../reader.ts'

const editors = ['Code', 'Code - Insiders', 'VSCodium', 'VSCodium - Insiders', 'Code - OSS']

/** The `User` folders of all editors; they need not exist. */
export function listUserFolders(
  { home, env, platform }: Machine,
  names: readonly string[] = editors,
): string[] {
  let parent = env.XDG_CONFIG_HOME || join(home, '.config')
  if (platform === 'darwin') parent = join(home, 'Library', 'Application Support')
  if (platform === 'win32') parent = env.APPDATA || join(home, 'AppData', 'Roaming')
  return names.map((name) => join(parent, name, 'User'))
}
