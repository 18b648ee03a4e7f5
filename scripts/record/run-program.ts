// Runs a coding agent from npm to its end.

import { spawn } from 'node:child_process'

/** What a run may take. */
const patience = 120_000

/** Runs `program` without input. Rejects when it fails or takes too long, with the last of what it said. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience })
    let said = ''
    const listen = (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4000)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ${args[0]} ended with ${code ?? signal}:\n${said}`))
    })
  })
}
