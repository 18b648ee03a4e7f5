// Entry of the check action: dist/check.js.

import { runCheck } from './github/run-check.ts'
import { stopOnSignals } from './github/stop-on-signals.ts'
import { createLogWriter } from './report/log-writer.ts'

const progress = { isDecided: false }
stopOnSignals(progress, createLogWriter(process.stdout))
process.exitCode = await runCheck(process.env, process.stdout, progress)
// An upload that was given up on may still hold the process open.
setTimeout(() => process.exit(), 1000).unref()
