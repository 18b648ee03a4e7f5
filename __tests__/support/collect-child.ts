// Collects artifacts in a process of its own, which a test may kill: `collect-child.ts <options as JSON>`. Prints what was
// collected as JSON.

import { collectArtifacts } from '../../src/dataset/sources/artifacts/collect-artifacts.ts'
import { silent } from '../../src/runtime/progress.ts'

const collected = await collectArtifacts({
  ...JSON.parse(process.argv[2] ?? '{}'),
  signal: new AbortController().signal,
  progress: silent,
})
process.stdout.write(JSON.stringify(collected))
