// A blob server in a process of its own, with an account made for the test, and the URLs that let a client in.

import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface BlobServer {
  /** A URL for `blob` that carries its own permission, as the artifact service hands out. */
  signUrl(blob: string): string
  stop(): Promise<void>
}

const account = 'artifacts'
const container = 'test'
const options = ['--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry', '--silent']

export async function startAzurite(): Promise<BlobServer> {
  const key = randomBytes(32).toString('base64')
  const child = spawn(
    process.execPath,
    ['node_modules/azurite/dist/src/blob/main.js', '--blobHost', '127.0.0.1', '--blobPort', '0', ...options],
    { env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${key}` }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  try {
    const origin = await readOrigin(child)
    const signature = sign(key)
    const create = await fetch(`${origin}/${account}/${container}?restype=container&${signature}`, {
      method: 'PUT',
    })
    if (create.status !== 201) throw new Error(`azurite: ${create.status} ${await create.text()}`)
    return {
      signUrl: (blob) => `${origin}/${account}/${container}/${blob}?${signature}`,
      stop: () => stop(child),
    }
  } catch (error) {
    await stop(child)
    throw error
  }
}

async function readOrigin(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('azurite: no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /successfully listens on (http:\S+)/.exec(line)?.[1]
    if (origin !== undefined) {
      // Nobody reads on, and a full pipe would stop it.
      child.stdout.resume()
      return origin
    }
  }
  throw new Error('azurite: ended before it listened')
}

/** An account SAS: https://learn.microsoft.com/rest/api/storageservices/create-account-sas */
function sign(key: string): string {
  const terms = {
    sp: 'rwdlac',
    ss: 'b',
    srt: 'sco',
    st: '',
    se: '2099-01-01T00:00:00Z',
    sip: '',
    spr: 'https,http',
    sv: '2022-11-02',
    ses: '',
  }
  const text = `${[account, ...Object.values(terms)].join('\n')}\n`
  const sig = createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64')
  const given = Object.entries({ ...terms, sig }).filter(([, value]) => value !== '')
  return new URLSearchParams(given).toString()
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
