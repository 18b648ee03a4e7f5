// Why a file could not be read, in words.

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ELOOP', 'its symbolic links go in a circle'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EIO', 'the disk failed'],
])

/** Continues `Cannot read …: `. */
export function explainRead(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error))
}
