// Replays the journal that VS Code writes of a chat: a first line with the whole session, then changes to it.

import { isJsonObject, type JsonObject, readString } from '../../../core/json.ts'

/** Longer lists are cut: a hostile journal could grow them without end. */
const longestList = 50_000
const deepestPath = 12
const sessionKeys = new Set(['sessionId', 'creationDate', 'requests', 'repoData'])
const requestKeys = new Set([
  'agent',
  'confirmation',
  'editedFileEvents',
  'isCanceled',
  'isHidden',
  'message',
  'modelId',
  'modelState',
  'requestId',
  'response',
  'shouldBeRemovedOnSend',
  'timestamp',
])

/** Requests that the human took back; they stood before request `before` of those that are left. */
export interface TakenBack {
  before: number
  requests: JsonObject[]
}

export class Journal {
  readonly takenBack: TakenBack[] = []
  private state: Record<string, unknown> | null = null

  /** The session as it is now; null before the first line. */
  get session(): JsonObject | null {
    return this.state
  }

  /** Applies a line; false when it is not understood. */
  apply(row: JsonObject): boolean {
    if (row.kind === 0) {
      this.state = isRecord(row.v) ? pick(row.v, sessionKeys) : null
      if (this.state) slimRequests(this.state.requests)
      return this.state !== null
    }
    const path = readPath(row.k)
    const key = path?.at(-1)
    if (!this.state || !path || key === undefined) return false
    if (!isWanted(path)) return true
    const parent = this.find(path.slice(0, -1))
    return parent !== null && this.change(row, path, parent, key)
  }

  private change(
    row: JsonObject,
    path: ReadonlyArray<string | number>,
    parent: Record<string, unknown> | unknown[],
    key: string | number,
  ): boolean {
    if (row.kind === 1 || row.kind === 3) {
      const value = row.kind === 1 ? row.v : undefined
      if (path[0] !== 'requests' || path.length > 2) return set(parent, key, value)
      const requests = path.length === 1 ? value : [value]
      slimRequests(requests)
      return set(parent, key, path.length === 1 || !Array.isArray(requests) ? requests : requests[0])
    }
    if (row.kind !== 2 || Array.isArray(parent) || typeof key !== 'string') return false
    this.push(parent, key, Array.isArray(row.v) ? row.v : [], typeof row.i === 'number' ? row.i : null)
    return true
  }

  /** Adds `values` to the list at `key`, after all from `start` on have gone. */
  private push(parent: Record<string, unknown>, key: string, values: unknown[], start: number | null): void {
    const held = Object.hasOwn(parent, key) ? parent[key] : null
    const list: unknown[] = Array.isArray(held) ? held : []
    const isRequests = parent === this.state && key === 'requests'
    if (isRequests) slimRequests(values)
    if (start !== null && Number.isSafeInteger(start) && start >= 0 && start < list.length) {
      const gone = list.splice(start)
      if (isRequests) this.noteTakenBack(gone, values, start)
    }
    for (const value of values) if (list.length < longestList) list.push(value)
    parent[key] = list
  }

  private noteTakenBack(gone: unknown[], values: unknown[], before: number): void {
    const ids = new Set(values.filter(isJsonObject).map((value) => readString(value, 'requestId')))
    const requests = gone.filter(isJsonObject).filter((request) => !ids.has(readString(request, 'requestId')))
    for (const earlier of this.takenBack) earlier.before = Math.min(earlier.before, before)
    if (requests.length > 0 && this.takenBack.length < 1000) this.takenBack.push({ before, requests })
  }

  private find(path: ReadonlyArray<string | number>): Record<string, unknown> | unknown[] | null {
    let current: unknown = this.state
    for (const key of path) {
      if (Array.isArray(current)) current = typeof key === 'number' ? current[key] : null
      else current = isRecord(current) && Object.hasOwn(current, key) ? current[key] : null
    }
    return Array.isArray(current) || isRecord(current) ? current : null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isJsonObject(value)
}

function readPath(path: unknown): Array<string | number> | null {
  if (!Array.isArray(path) || path.length === 0 || path.length > deepestPath) return null
  const keys: Array<string | number> = []
  for (const key of path) {
    const isName = typeof key === 'string' && /^[a-z]\w{0,99}$/i.test(key)
    const isPlace = typeof key === 'number' && Number.isSafeInteger(key) && key >= 0 && key < longestList
    if (!isName && !isPlace) return null
    keys.push(key)
  }
  return keys
}

/** Whether a change at `path` is to something that is read here. */
function isWanted([first, , third]: ReadonlyArray<string | number>): boolean {
  return (
    sessionKeys.has(String(first)) &&
    (first !== 'requests' || third === undefined || requestKeys.has(String(third)))
  )
}

function set(parent: Record<string, unknown> | unknown[], key: string | number, value: unknown): boolean {
  if (Array.isArray(parent)) {
    if (typeof key !== 'number' || key > parent.length) return false
    parent[key] = value
  } else {
    parent[String(key)] = value
  }
  return true
}

/** Leaves of every request only what is read: attachments and results hold whole files. */
function slimRequests(requests: unknown): void {
  if (!Array.isArray(requests)) return
  for (const [index, request] of requests.entries()) {
    if (isRecord(request)) requests[index] = pick(request, requestKeys)
  }
}

function pick(from: Record<string, unknown>, keys: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.has(key)))
}
