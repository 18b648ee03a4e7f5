// One writer at a time in a folder: a lock file that its owner keeps fresh, so that a dead one’s can be taken over.

import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isJsonObject, readCount, readString } from '../../../core/json.ts'

const lockFile = '.lock'

/** In milliseconds: a lock not refreshed for this long has no owner, wherever that was. */
const staleAfter = 120_000
const refreshEvery = 15_000

/** Runs `work` while no other run can; throws what `explain` makes of the process that is at it. */
export async function withLock<T>(
  folder: string,
  explain: (process: string) => Error,
  work: () => Promise<T>,
): Promise<T> {
  const path = join(folder, lockFile)
  const id = randomUUID()
  await take(path, id, explain)
  const refresh = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => {})
  }, refreshEvery)
  refresh.unref()
  try {
    return await work()
  } finally {
    clearInterval(refresh)
    if ((await readLock(path))?.id === id) await rm(path, { force: true })
  }
}

async function take(path: string, id: string, explain: (process: string) => Error): Promise<void> {
  const content = JSON.stringify({ id, pid: process.pid, host: hostname() })
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await writeFile(path, content, { flag: 'wx' })
    } catch (error) {
      if (!isExisting(error)) throw error
    }
    const held = await readLock(path)
    if (held === null) continue
    if (!isDead(held) || attempt === 3) {
      throw explain(`process ${held.pid ?? 'unknown'} on \`${held.host ?? 'unknown'}\``)
    }
    await removeStale(path, held)
  }
}

/** Moves the lock away before looking again: of two that take over at once, the slower must not remove the other’s. */
async function removeStale(path: string, held: Lock): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const moved = await readLock(aside)
  if (moved !== null && moved.id !== held.id) await rename(aside, path)
  else await rm(aside, { force: true })
}

interface Lock {
  id: string | null
  pid: number | null
  host: string | null
  age: number
}

async function readLock(path: string): Promise<Lock | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)])
    const value = parse(text)
    return {
      id: readString(value, 'id'),
      pid: readCount(value, 'pid'),
      host: readString(value, 'host'),
      age: Date.now() - mtimeMs,
    }
  } catch {
    return null
  }
}

function parse(text: string) {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}

function isDead({ host, pid, age }: Lock): boolean {
  return age > staleAfter || (host === hostname() && pid !== null && pid > 0 && !isRunning(pid))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
