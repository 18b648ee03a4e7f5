// Paths out of the URIs of VS Code.

import { isJsonObject, readString } from '../../../core/json.ts'

/** The path of `uri`, a string or its parts; null when it has none. Windows paths come with their drive and `/`. */
export function readUri(uri: unknown): string | null {
  if (typeof uri === 'string') {
    const path = /^[a-z][\w+.-]*:\/\/[^/?#]*(\/[^?#]*)/i.exec(uri)?.[1]
    return path === undefined ? null : cleanPath(decode(path))
  }
  if (!isJsonObject(uri)) return null
  const path = readString(uri, 'path') ?? readString(uri, 'fsPath')
  return path ? cleanPath(path) : null
}

function cleanPath(path: string): string {
  return path.replace(/^\/(?=[a-z]:)/i, '').slice(0, 1000)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
