#!/usr/bin/env node
// The command line's entry: real streams, real clock.

import { createEnvironment } from './cli/process-environment.ts'
import { main } from './cli/main.ts'

process.exitCode = await main(process.argv.slice(2), createEnvironment(process))
