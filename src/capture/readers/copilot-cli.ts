// Reads the sessions of GitHub Copilot CLI: `~/.copilot/session-state/<id>/events.jsonl`. Shapes as 1.0.102 writes
// them (recorded, and its schemas/session-events.schema.json); before 1.0 a session was a file `<id>.jsonl` there.

import { basename, dirname, join } from 'node:path'
import { readRows } from '../session/read-rows.ts'
import { SessionBuilder } from '../session/session-builder.ts'
import { EventReader } from './copilot-cli/event-reader.ts'
import type { Reader } from './reader.ts'

/** Types that say nothing of prompts, failures and corrections. Some are large: they are not even parsed. */
const unwanted = new Set([
  'assistant.reasoning',
  'assistant.turn_end',
  'assistant.turn_start',
  'hook.end',
  'hook.start',
  'permission.requested',
  'session.binary_asset',
  'session.compaction_complete',
  'session.compaction_start',
  'session.error',
  'session.info',
  'session.mode_changed',
  'session.model_change',
  'session.permissions_changed',
  'session.plan_changed',
  'session.shutdown',
  'session.task_complete',
  'session.truncation',
  'session.usage_checkpoint',
  'session.usage_record',
  'session.warning',
  'skill.context_delivered',
  'skill.invoked',
  'system.message',
  'system.notification',
  'tool_search.activated',
])

export const copilotCli: Reader = {
  id: 'copilot-cli',
  name: 'GitHub Copilot CLI',
  roots: ({ home, env }) => [
    {
      folder: join(env.COPILOT_HOME || join(home, '.copilot'), 'session-state'),
      match: /^(?:[^/]+\/events|[^/]+)\.jsonl$/,
      depth: 2,
    },
  ],
  recognizes: (path, head) =>
    path.endsWith('.jsonl') &&
    /^\uFEFF?\s*\{"type":"session\.start","data":\{/.test(head) &&
    head.includes('"copilotVersion"'),
  async *read(file, { signal }) {
    const builder = new SessionBuilder(nameSession(file.path), {
      toolId: 'github-copilot',
      toolName: 'GitHub Copilot CLI',
      path: file.path,
    })
    const events = new EventReader(builder)
    await readRows(
      file.path,
      {
        signal,
        onProblem: (reason, line) => builder.problem(reason, line),
        wants: (head) => !unwanted.has(/^\s*\{"type":"([\w.]{1,60})"/.exec(head)?.[1] ?? ''),
      },
      (row) => {
        const type = typeof row.type === 'string' ? row.type : 'other'
        if (!unwanted.has(type) && !events.take(row)) builder.skip(type)
      },
    )
    if (!builder.isEmpty) yield builder.build()
  },
}

/** The folder's name or, before 1.0, the file's. */
function nameSession(path: string): string {
  return basename(path) === 'events.jsonl' ? basename(dirname(path)) : basename(path, '.jsonl')
}
