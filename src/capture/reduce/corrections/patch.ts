// A commit's patch in the form that Git prints with `--unified=0`: what was removed and added, file by file.

export interface FilePatch {
  path: string
  hunks: { removed: string[]; added: string[] }[]
}

/** Of one commit; more are a change of machines. */
const mostLines = 20_000

/** Reads `text`; what is no patch is left out. Binary files have no hunks. */
export function readPatch(text: string): FilePatch[] {
  const files: FilePatch[] = []
  let oldPath = ''
  let left = 0
  for (const line of text.split('\n', mostLines)) {
    const file = files.at(-1)
    // Counted, because a line of a file may look like one of the patch.
    if (left > 0 && /^[-+]/.test(line)) {
      file?.hunks.at(-1)?.[line.startsWith('-') ? 'removed' : 'added'].push(line.slice(1))
      left--
    } else if (line.startsWith('--- ')) oldPath = readPath(line.slice(4), 'a/')
    else if (line.startsWith('+++ ')) {
      const path = readPath(line.slice(4), 'b/')
      files.push({ path: path === '/dev/null' ? oldPath : path, hunks: [] })
    } else {
      const counts = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line)
      if (!counts) continue
      left = Number(counts[1] ?? 1) + Number(counts[2] ?? 1)
      file?.hunks.push({ removed: [], added: [] })
    }
  }
  return files
}

/** Git ends a path that holds a space with a tab, and quotes one that holds worse. */
function readPath(written: string, prefix: string): string {
  const path = written.replace(/[\t\r]+$/, '')
  const bare = path.startsWith('"') ? path.slice(1, -1) : path
  return bare.startsWith(prefix) ? bare.slice(prefix.length) : bare
}
