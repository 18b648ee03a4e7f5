// Where a draft is made: the folder, the machine and what can be read on it.

import { realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, relative } from 'node:path'
import type { Machine, Reader } from '../../capture/readers/reader.ts'
import type { Environment } from '../environment.ts'

export interface Here extends Pick<Machine, 'home' | 'platform'> {
  folder: string
  readers: readonly Reader[]
}

/** This machine, with all readers. */
export async function findHere({ env }: Pick<Environment, 'env'>): Promise<Here> {
  const { readers } = await import('../../capture/readers/readers.ts')
  const { platform } = process
  const named = platform === 'win32' ? env.USERPROFILE : env.HOME
  return { folder: process.cwd(), home: named || homedir(), platform, readers }
}

/** The name that `root` has in the shell when the folder was entered through a link: tools note that one. */
export async function findAliases(root: string, folder: string, shellFolder?: string): Promise<string[]> {
  if (!shellFolder || !isAbsolute(shellFolder)) return []
  try {
    const real = await realpath(folder)
    if ((await realpath(shellFolder)) !== real) return []
    const way = relative(await realpath(root), real)
    if (way === '') return [shellFolder]
    return shellFolder.endsWith(`/${way}`) ? [shellFolder.slice(0, -way.length - 1)] : []
  } catch {
    return []
  }
}
