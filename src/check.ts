// Entry of the check action: dist/check.js.

import { runCheck } from './github/run-check.ts'

// The record is written in one go, so a signal between two steps leaves nothing half-written.
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

process.exitCode = await runCheck(process.env, process.stdout)
// An upload that was given up on may still hold the process open.
setTimeout(() => process.exit(), 1000).unref()
