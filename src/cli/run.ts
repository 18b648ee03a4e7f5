// One run of the command line in a real process.

import { main } from './main.ts'
import { createEnvironment } from './process-environment.ts'

/** Runs the arguments of `process`; resolves to the exit code. */
export async function run(process: NodeJS.Process): Promise<number> {
  return main(process.argv.slice(2), createEnvironment(process))
}
