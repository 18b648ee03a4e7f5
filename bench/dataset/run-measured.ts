// A process with what it took: peak memory, and how many cores it kept busy.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const report = fileURLToPath(new URL('./report-usage.mjs', import.meta.url))

export interface Measured {
  stdout: string
  /** Kilobytes. */
  peak: number
  /** Processor time over time. */
  busy: number
}

/** Runs Node with `args`, here unless `place` says otherwise; throws when it fails. */
export async function runMeasured(
  args: readonly string[],
  place: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Measured> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', report, ...args], {
    ...place,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part) => {
      texts[name] += part
    })
  }
  const [code]: (number | null)[] = await once(child, 'close')
  const [, peak, cpu] = /usage (\d+) (\d+)\n$/.exec(texts.stderr) ?? []
  if (code !== 0 || peak === undefined)
    throw new Error(`node ${args.join(' ')} ended with ${code}: ${texts.stderr}`)
  return { stdout: texts.stdout, peak: Number(peak), busy: Number(cpu) / 1000 / (performance.now() - start) }
}
