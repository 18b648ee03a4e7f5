// Reads the sessions of Gemini CLI: `~/.gemini/tmp/<project>/chats/session-*.jsonl`, in older versions one `.json` each.
// Shapes as 0.61.0 writes them (recorded, and google-gemini/gemini-cli 5411f11, chatRecordingTypes.ts). They tell no
// version of the tool.

import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isJsonObject } from '../../core/json.ts'
import { readJsonFile } from '../session/read-json-file.ts'
import { readRows } from '../session/read-rows.ts'
import { SessionBuilder } from '../session/session-builder.ts'
import { Conversation } from './gemini-cli/conversation.ts'
import { findProjectFolder } from './gemini-cli/find-project-folder.ts'
import type { Reader } from './reader.ts'

export const geminiCli: Reader = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  roots: ({ home, env }) => [
    {
      folder: join(env.GEMINI_CLI_HOME || home, '.gemini', 'tmp'),
      // Those of subagents are in folders of their own.
      match: /^[^/]+\/chats\/(?:session-[^/]+\.jsonl?|[^/]+\/[^/]+\.jsonl)$/,
      depth: 4,
    },
  ],
  recognizes: (path, head) =>
    /\.jsonl?$/.test(path) && /^\uFEFF?\s*\{\s*"sessionId":\s*"[^"]*",\s*"projectHash":/.test(head),
  async *read(file, { signal }) {
    const builder = new SessionBuilder(basename(file.path).replace(/\.jsonl?$/, ''), {
      toolId: 'gemini-cli',
      toolName: 'Gemini CLI',
      path: file.path,
    })
    const conversation = new Conversation(builder)
    if (file.path.endsWith('.json')) {
      // A session that was resumed has been copied to the newer form.
      if (await exists(`${file.path}l`)) return
      const { value, problem } = await readJsonFile(file.path)
      if (problem !== null) builder.problem(problem)
      if (isJsonObject(value)) conversation.take(value)
    } else {
      const onProblem = (reason: string, line: number) => builder.problem(reason, line)
      await readRows(file.path, { signal, onProblem }, (row) => conversation.take(row))
    }
    conversation.finish()
    if (builder.isEmpty) return
    builder.note({ folder: await findProjectFolder(file.path, conversation.projectHash) })
    yield builder.build()
  },
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
