// Times whole processes in turn, A B C A B C …, so that a machine that slows down slows all of them.

import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Subject {
  name: string
  /** Runs the subject once, to its end. */
  run(): Promise<unknown>
}

/** Median milliseconds of each subject over `rounds`, after one round that does not count. */
export async function measureInTurn(
  subjects: readonly Subject[],
  rounds: number,
): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(subjects.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of subjects) {
      const start = performance.now()
      await run()
      if (round > 0) times.get(name)?.push(performance.now() - start)
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]))
}

/** Runs Node with `args` to its end; resolves to what it wrote to stderr. Standard output is dropped. */
export async function runNode(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (part) => {
    stderr += part
  })
  const [code]: (number | null)[] = await once(child, 'close')
  if (code !== 0 && code !== 1) throw new Error(`node ${args.join(' ')} ended with ${code}: ${stderr}`)
  return stderr
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
