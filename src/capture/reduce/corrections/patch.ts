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
  let file: FilePatch | null = null
  let oldPath = ''
  let left = { removed: 0, added: 0 }
  for (const line of text.split('\n', mostLines)) {
    const hunk = file?.hunks.at(-1)
    // Counted, because a line of the file may look like one of the patch.
    if (hunk && left.removed + left.added > 0 && /^[-+]/.test(line)) {
      const side = line.startsWith('-') ? 'removed' : 'added'
      hunk[side].push(line.slice(1))
      left[side]--
      continue
    }
    const counts = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line)
    if (counts && file) {
      left = { removed: Number(counts[1] ?? 1), added: Number(counts[2] ?? 1) }
      file.hunks.push({ removed: [], added: [] })
    } else if (line.startsWith('diff --git ')) file = null
    else if (line.startsWith('--- ')) oldPath = readPath(line.slice(4), 'a/')
    else if (line.startsWith('+++ ')) {
      const path = readPath(line.slice(4), 'b/')
      file = { path: path === '/dev/null' ? oldPath : path, hunks: [] }
      files.push(file)
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
