// A client of `codex app-server`: JSON-RPC, one message a line, over the standard streams. What an editor does that
// embeds Codex: it starts turns, answers the requests for approval, stops turns and takes them back.

import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { isJsonObject, type JsonObject, readCount, readObject, readString } from '../../src/core/json.ts'

/** Longest wait for an answer or a notification. */
const patience = 60_000

export interface AppServer {
  /** The result of `method`. Rejects with what the server says is wrong. */
  ask(method: string, params: JsonObject): Promise<JsonObject>
  /** The parameters of the next notification `method` that `fits`, among those after the last one waited for too. */
  next(method: string, fits?: (params: JsonObject) => boolean): Promise<JsonObject>
  /** Ends it, and waits until it has written everything. */
  stop(): Promise<void>
}

/** Starts it. `decide` gives the human's decision on an approval, such as `accept` or `decline`. */
export async function startAppServer(
  program: string,
  options: { cwd: string; env: NodeJS.ProcessEnv },
  decide: (method: string, params: JsonObject) => string,
): Promise<AppServer> {
  const child = spawn(program, ['app-server'], { ...options, stdio: ['pipe', 'pipe', 'ignore'] })
  const answers = new Map<number, (message: JsonObject) => void>()
  const seen: JsonObject[] = []
  const waiting = new Set<() => void>()
  let asked = 0
  const send = (message: JsonObject) => child.stdin.write(`${JSON.stringify(message)}\n`)
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message: unknown = JSON.parse(line)
    if (!isJsonObject(message)) return
    const method = readString(message, 'method')
    const id = readCount(message, 'id')
    if (method === null) answers.get(id ?? -1)?.(message)
    else if (id !== null)
      send({ id, result: { decision: decide(method, readObject(message, 'params') ?? {}) } })
    else seen.push(message)
    for (const wake of waiting) wake()
  })
  const ask = async (method: string, params: JsonObject) => {
    const id = ++asked
    const message = await within<JsonObject>(method, (resolve) => {
      answers.set(id, resolve)
      send({ id, method, params })
    })
    answers.delete(id)
    const error = readObject(message, 'error')
    if (error) throw new Error(`\`${method}\`: ${readString(error, 'message')}`)
    return readObject(message, 'result') ?? {}
  }
  const next = (method: string, fits: (params: JsonObject) => boolean = () => true) =>
    within<JsonObject>(method, (resolve) => {
      const look = () => {
        const isIt = (message: JsonObject) =>
          message.method === method && fits(readObject(message, 'params') ?? {})
        const index = seen.findIndex(isIt)
        if (index === -1) return
        waiting.delete(look)
        const [message] = seen.splice(0, index + 1).slice(-1)
        resolve(readObject(message ?? null, 'params') ?? {})
      }
      waiting.add(look)
      look()
    })
  await ask('initialize', {
    clientInfo: { name: 'recorder', title: 'Recorder', version: '1.0.0' },
    capabilities: { experimentalApi: true },
  })
  send({ method: 'initialized' })
  return { ask, next, stop: () => stop(child) }
}

function within<T>(what: string, start: (resolve: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No \`${what}\` in ${patience / 1000} s`)), patience)
    start((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.stdin?.end()
    setTimeout(() => child.kill('SIGTERM'), 5_000).unref()
  })
}
