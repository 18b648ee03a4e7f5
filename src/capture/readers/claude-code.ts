// Reads the sessions of Claude Code, as its versions to 2.1.332 write them: the transcripts it keeps, and what
// `claude -p --output-format stream-json` prints, which claude-code-action keeps as `claude-execution-output.json`.

import { basename, join } from 'node:path'
import { isExecutionOutput, readExecutionOutput } from './claude-code/read-execution-output.ts'
import { isTranscript, readTranscript } from './claude-code/read-transcript.ts'
import type { Machine, Reader, Root } from './reader.ts'

/** Subagents have files of their own below `<session>/subagents/`: they are read with the session they belong to. */
const sessionFile = /^[^/]+\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.jsonl$/i

/** What claude-code-action leaves for the steps after it; newer ones put it into a folder for each run. */
const actionOutput = /^(?:claude-execution-[\w-]+\/)?claude-execution-output\.json$/

export const claudeCode: Reader = {
  id: 'claude-code',
  name: 'Claude Code',
  roots,
  recognizes: (path, head) =>
    isExecutionOutput(head) || (/\.jsonl$/i.test(path) && isTranscript(head, basename(path))),
  async *read(file, { signal }) {
    const session = (await readExecutionOutput(file, signal)) ?? (await readTranscript(file, signal))
    if (session) yield session
  },
}

function roots({ home, env }: Machine): Root[] {
  const named = (env.CLAUDE_CONFIG_DIR ?? '').split(',').map((folder) => folder.trim())
  const folders = [...named.filter(Boolean), join(home, '.claude'), join(home, '.config', 'claude')]
  const projects = [...new Set(folders)].map((folder) => ({
    folder: join(folder, 'projects'),
    match: sessionFile,
    depth: 2,
  }))
  const runner = env.RUNNER_TEMP
  if (!runner) return projects
  return [...projects, { folder: runner, match: actionOutput, depth: 2 }]
}
