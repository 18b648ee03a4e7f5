// Reads a session from the files in opencode's folder `storage`.

import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isJsonObject, type JsonObject, readObject, readString } from '../../../core/json.ts'
import { readJsonFile } from '../../session/read-json-file.ts'
import type { Session } from '../../session/session.ts'
import type { StoredMessage } from './add-message.ts'
import { buildSession } from './stored-session.ts'

const mostFiles = 20_000
/** Deeper sub-agents are left out. */
const deepest = 5

/** The session whose file is `path`; none for one of a sub-agent, which stands in the session that began it. */
export async function* readStorage(path: string, signal: AbortSignal): AsyncGenerator<Session> {
  const problems = new Map<string, number>()
  const reading = new StorageReading(dirname(dirname(dirname(path))), problems, signal)
  const info = await reading.readFile(path)
  if (readString(info, 'parentID') !== null) return
  const id = basename(path, '.json')
  const messages = info === null ? [] : await reading.readMessages(id, dirname(path), 0)
  const time = readObject(info, 'time')
  const session = buildSession(
    {
      id,
      directory: readString(info, 'directory'),
      version: readString(info, 'version'),
      createdAt: time?.created,
      updatedAt: time?.updated,
      revert: readObject(info, 'revert'),
    },
    messages.sort((a, b) => toNumber(a) - toNumber(b)),
    path,
    problems,
  )
  if (session) yield session
}

function toNumber(message: StoredMessage): number {
  const created = readObject(message.data, 'time')?.created
  return typeof created === 'number' ? created : 0
}

class StorageReading {
  private readonly storage: string
  private readonly problems: Map<string, number>
  private readonly signal: AbortSignal
  private left = mostFiles

  constructor(storage: string, problems: Map<string, number>, signal: AbortSignal) {
    this.storage = storage
    this.problems = problems
    this.signal = signal
  }

  /** The messages of session `id` and of the sessions that it began. */
  async readMessages(id: string, sessions: string, depth: number): Promise<StoredMessage[]> {
    const messages: StoredMessage[] = []
    const folder = join(this.storage, 'message', id)
    for (const name of await this.list(folder)) {
      const data = await this.readFile(join(folder, name))
      const messageId = basename(name, '.json')
      if (data !== null)
        messages.push({ id: messageId, data, parts: await this.readParts(messageId), isChild: depth > 0 })
    }
    // Only a session with a task has others that it began.
    const isParent = messages.some(({ parts }) => parts.some((part) => readString(part, 'tool') === 'task'))
    if (!isParent || depth >= deepest) return messages
    for (const name of await this.list(sessions)) {
      const info = await this.readFile(join(sessions, name))
      if (readString(info, 'parentID') !== id) continue
      messages.push(...(await this.readMessages(basename(name, '.json'), sessions, depth + 1)))
    }
    return messages
  }

  /** The object in a file; null, and a problem, when there is none. Rejects when it cannot be read. */
  async readFile(path: string): Promise<JsonObject | null> {
    this.signal.throwIfAborted()
    const { value, problem } = await readJsonFile(path)
    if (problem === null && isJsonObject(value)) return value
    const reason = problem ?? 'no JSON object'
    this.problems.set(reason, (this.problems.get(reason) ?? 0) + 1)
    return null
  }

  private async readParts(messageId: string): Promise<JsonObject[]> {
    const folder = join(this.storage, 'part', messageId)
    const parts: JsonObject[] = []
    for (const name of await this.list(folder)) {
      const part = await this.readFile(join(folder, name))
      if (part !== null) parts.push(part)
    }
    return parts
  }

  /** Names of JSON files, in the order of their ids, which is that of time; none without the folder. */
  private async list(folder: string): Promise<string[]> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    const names = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map(({ name }) => name)
    const kept = names.sort().slice(0, this.left)
    this.left -= kept.length
    return kept
  }
}
