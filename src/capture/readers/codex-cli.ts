// Reads the sessions of OpenAI Codex CLI: one rollout file each, plain or compressed. Shapes as recorded from 0.98.0 and
// 0.171.0, and from the sources of openai/codex (rollout/src/policy.rs, protocol/src/items.rs; 2026-08 and later).

import { basename, join } from 'node:path'
import { SessionBuilder } from '../session/session-builder.ts'
import { readRolloutRows } from './codex-cli/read-rollout-rows.ts'
import { Rollout } from './codex-cli/rollout.ts'
import type { Reader } from './reader.ts'

const rolloutName = /(?:^|\/)rollout-[^/]+\.jsonl(?:\.zst)?$/
const firstRow = /^\uFEFF?\{"timestamp":"[^"]{1,40}",(?:"ordinal":\d+,)?"type":"session_meta","payload":\{/

export const codexCli: Reader = {
  id: 'openai-codex',
  name: 'Codex',
  roots({ home, env }) {
    const folder = env.CODEX_HOME || join(home, '.codex')
    return [
      { folder: join(folder, 'sessions'), match: rolloutName, depth: 4 },
      { folder: join(folder, 'archived_sessions'), match: rolloutName, depth: 4 },
    ]
  },
  recognizes(path, head) {
    return rolloutName.test(path.replaceAll('\\', '/')) || firstRow.test(head)
  },
  async *read(file, { signal }) {
    const tool = { toolId: 'openai-codex', toolName: 'Codex', path: file.path }
    const builder = new SessionBuilder(sessionId(file.path), tool)
    const rollout = new Rollout(builder)
    await readRolloutRows(file.path, builder, signal, (row) => rollout.take(row))
    rollout.end()
    if (!builder.isEmpty || builder.build().problems.length > 0) yield builder.build()
  },
}

/**
 * The id in the name. After a conversation was taken back to an earlier turn, it goes on in a further file, named after
 * the thread and the new part: both ids together stay unique.
 */
function sessionId(path: string): string {
  const name = basename(path.replaceAll('\\', '/')).replace(/\.jsonl(?:\.zst)?$/, '')
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:_[0-9a-f-]{36})?$/i.exec(name)?.[0] ?? name
}
