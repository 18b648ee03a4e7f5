import { run } from '../src/cli/run.ts'

process.exitCode = await run(process)
