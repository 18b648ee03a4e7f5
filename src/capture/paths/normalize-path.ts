// One spelling for a path, whatever system and tool wrote it. For comparing only: no such path is opened.

/** Longer ones are no paths. */
const longest = 4096

/**
 * `path` with `/`, without `.` and `..`, in lower case where Windows is; relative ones stay so. Drives of Git Bash and
 * WSL become drives, the folders of a WSL share and macOS's `/private` lose their prefix. Null for what is no path.
 */
export function normalizePath(path: string): string | null {
  if (path === '' || path.length > longest || path.includes('\0')) return null
  let text = fromUrl(path.trim())
  if (/^[a-z]:/i.test(text) || text.startsWith('\\\\') || !text.includes('/'))
    text = text.replaceAll('\\', '/')
  text = text
    .replace(/^\/\/\?\//, '')
    .replace(/^\/\/wsl(?:\$|\.localhost)\/[^/]+(?=\/)/i, '')
    .replace(/^\/(?:mnt\/|cygdrive\/)?([a-z])(?=\/|$)/i, '$1:')
    .replace(/^\/private(?=\/(?:tmp|var|etc)(?:\/|$))/, '')
  if (/^[a-z]:/i.test(text) || text.startsWith('//')) text = text.toLowerCase()
  const start = /^(?:[a-z]:\/?|\/+)?/.exec(text)?.[0] ?? ''
  const prefix = start === '' ? '' : start.endsWith('/') ? start : `${start}/`
  return `${prefix.replace(/^\/{3,}$/, '/')}${foldDots(text.slice(start.length), start !== '')}`.normalize(
    'NFC',
  )
}

/** Whether a normalized path begins at a root or a drive. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:\/|[a-z]:\/)/.test(path)
}

/** Whether a normalized path is of Windows, where case does not count. */
export function isWindowsPath(path: string): boolean {
  return /^(?:[a-z]:\/|\/\/)/.test(path)
}

function fromUrl(text: string): string {
  if (!/^file:\/\//i.test(text)) return text
  const path = text
    .slice('file://'.length)
    .replace(/^localhost(?=\/)/i, '')
    .replace(/^\/(?=[a-z](?::|%3a))/i, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** `..` takes its folder away; at the start of an absolute path there is none. */
function foldDots(path: string, isAbsolute: boolean): string {
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.length > 0 && segments.at(-1) !== '..') segments.pop()
    else if (!isAbsolute) segments.push(segment)
  }
  return segments.join('/')
}
