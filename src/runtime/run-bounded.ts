// The clock that both faces hand to the core. It stops synchronous work in the middle, so that a text built to hang the
// parser costs a second and not the job.

import type { Bounded } from '../core/bounded.ts'

// A closure that the script returned would escape its timeout, so the script itself does the work.
const slot = Symbol.for('ai-worklog.bounded-work')

/** Runs `work` under the timeout of `node:vm`. What `work` throws is thrown; `finally` blocks of stopped work do not run. */
export const runBounded: Bounded = <T>(work: () => T, milliseconds: number) => {
  // Loaded only here: few bodies are long enough to be timed.
  const { runInThisContext } = process.getBuiltinModule('node:vm')
  let result: { value: T } | null = null
  const run = () => {
    result = { value: work() }
  }
  Object.defineProperty(globalThis, slot, { value: run, configurable: true })
  try {
    runInThisContext('globalThis[Symbol.for("ai-worklog.bounded-work")]()', { timeout: milliseconds })
    return result
  } catch (error) {
    if (isTimeout(error)) return null
    throw error
  } finally {
    Reflect.deleteProperty(globalThis, slot)
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
