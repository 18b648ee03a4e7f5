// Compares two paths of this machine, without asking it.

import { isAbsolute, relative, sep } from 'node:path'

/** Whether `path` is `folder` or in it. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
