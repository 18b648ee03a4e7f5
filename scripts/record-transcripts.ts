// Records transcripts of the real tools as fixtures: `npm run record -- claude-code [version]`. The tools talk to a
// stand-in on this machine, with a dummy key and a home folder of their own. Says what changed since the version before.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recordClaudeCode } from './record/claude-code.ts'
import { recordCodexCli } from './record/codex-cli.ts'
import { describeChanges } from './record/describe-changes.ts'
import { findVersion } from './record/install-package.ts'
import type { Recorder } from './record/recorder.ts'

const recorders = new Map<string, Recorder>([
  ['claude-code', { package: '@anthropic-ai/claude-code', record: recordClaudeCode }],
  ['codex-cli', { package: '@openai/codex', record: recordCodexCli }],
])

const [name = '', wanted = 'latest'] = process.argv.slice(2)
const recorder = recorders.get(name)
if (recorder) {
  const version = findVersion(recorder.package, wanted)
  const tool = fileURLToPath(new URL(`../__tests__/fixtures/transcripts/${name}`, import.meta.url))
  const folder = `${tool}/${version}`
  const recording = mkdtempSync(join(tmpdir(), 'ai-worklog-recorded-'))
  await recorder.record(version, recording)
  // Only now: what was there stays when recording fails.
  rmSync(folder, { recursive: true, force: true })
  cpSync(recording, folder, { recursive: true })
  rmSync(recording, { recursive: true })
  console.log(`Recorded ${name} ${version} into ${folder}`)
  for (const line of describeChanges(tool, version)) console.log(line)
} else {
  console.error(`Unexpected tool \`${name}\`, expected one of: ${[...recorders.keys()].join(', ')}`)
  process.exitCode = 2
}
