// A real S3 server, versitygw, in a process of its own over a temporary folder, with one bucket.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { installVersitygw } from '../../scripts/e2e/install-versitygw.ts'

export interface S3Server {
  /** What the S3 client reads; give it to `process.env`. */
  env: Record<string, string>
  bucket: string
  /** Where the server keeps the objects of the bucket, as files. */
  folder: string
  stop(): Promise<void>
}

export async function startS3Server(): Promise<S3Server> {
  const path = installVersitygw()
  const root = mkdtempSync(join(tmpdir(), 'ai-worklog-s3-'))
  const bucket = 'records'
  const folder = join(root, 'buckets', bucket)
  mkdirSync(folder, { recursive: true })
  const port = await findPort()
  const env = { ROOT_ACCESS_KEY: 'the-user', ROOT_SECRET_KEY: 'the-secret-of-the-user' }
  const options = ['--port', `127.0.0.1:${port}`, '--quiet', 'posix', '--sidecar', join(root, 'sidecar')]
  for (const name of ['sidecar', 'versions']) mkdirSync(join(root, name))
  options.push('--versioning-dir', join(root, 'versions'))
  const child = spawn(path, [...options, join(root, 'buckets')], {
    env: { PATH: process.env.PATH, ...env },
    stdio: 'ignore',
  })
  const endpoint = `http://127.0.0.1:${port}`
  const stop = async () => {
    await end(child)
    rmSync(root, { recursive: true, force: true })
  }
  try {
    await waitFor(endpoint, child)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    env: {
      AWS_ENDPOINT_URL_S3: endpoint,
      AWS_ACCESS_KEY_ID: env.ROOT_ACCESS_KEY,
      AWS_SECRET_ACCESS_KEY: env.ROOT_SECRET_KEY,
      AWS_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    bucket,
    folder,
    stop,
  }
}

async function findPort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function waitFor(endpoint: string, child: ChildProcess): Promise<void> {
  for (let attempts = 0; attempts < 200; attempts += 1) {
    if (child.exitCode !== null) throw new Error(`versitygw ended with ${child.exitCode}`)
    try {
      await fetch(endpoint)
      return
    } catch {
      await sleep(50)
    }
  }
  throw new Error('versitygw does not answer')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill()
  await once(child, 'exit')
}
