// Entry of the dataset action: dist/dataset.js.

import { abortOnSignals } from './github/dataset/abort-on-signals.ts'
import { runDataset } from './github/dataset/run-dataset.ts'

const signal = abortOnSignals()
const manifest = new URL('../dataset/', import.meta.url)
process.exitCode = await runDataset(process.env, process.stdout, { signal, manifest })
// An upload that was given up on may still hold the process open.
setTimeout(() => process.exit(), 1000).unref()
