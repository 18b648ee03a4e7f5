// Rows of a session with Claude Code in the shapes of 2.1, as in `__tests__/fixtures/transcripts/claude-code`.

import { type MadeUpSession, timeOf, toId } from './made-up-session.ts'

/** Turns without end: a prompt, then calls with their results, which are most of it, and what the tool keeps for itself. */
export function* claudeCodeRows(session: MadeUpSession): Generator<object> {
  const { talk } = session
  let count = 0
  let parent: string | null = null
  const row = (fields: object) => {
    const uuid = toId(++count)
    const common = {
      parentUuid: parent,
      isSidechain: false,
      ...fields,
      uuid,
      timestamp: timeOf(count),
      userType: 'external',
      entrypoint: 'cli',
      cwd: session.folder,
      sessionId: session.id,
      version: '2.1.332',
      gitBranch: session.branch,
    }
    parent = uuid
    return common
  }
  const answer = (content: object) =>
    row({
      message: {
        id: `msg_${count}`,
        type: 'message',
        role: 'assistant',
        model: 'claude-opus-5-5',
        usage: { input_tokens: 100, cache_read_input_tokens: 40_000, output_tokens: 20 },
        content: [content],
        stop_reason: 'tool_use',
      },
      requestId: `req_${count}`,
      type: 'assistant',
    })
  for (;;) {
    yield row({ type: 'user', message: { role: 'user', content: talk.say(5 + talk.below(80)) } })
    yield {
      type: 'file-history-snapshot',
      messageId: toId(count),
      snapshot: { files: talk.code(500, 4_000) },
    }
    for (let steps = 5 + talk.below(30); steps > 0; steps--) {
      if (talk.chance(0.4)) yield answer({ type: 'text', text: talk.say(10 + talk.below(60)) })
      const id = `toolu_${++count}`
      const { name, input, result, details, isError = false } = step(session)
      yield answer({ type: 'tool_use', id, name, input })
      const block = { tool_use_id: id, type: 'tool_result', content: result, is_error: isError }
      yield row({ type: 'user', message: { role: 'user', content: [block] }, toolUseResult: details })
    }
  }
}

interface Step {
  name: string
  input: object
  result: string
  details: unknown
  isError?: boolean
}

function step({ talk, edits, reads }: MadeUpSession): Step {
  const kind = talk.next()
  if (kind < 0.4) {
    const path = reads[talk.below(reads.length)]
    const content = talk.code(1_000, 40_000)
    const details = { type: 'text', file: { filePath: path, content, numLines: 100, startLine: 1 } }
    return { name: 'Read', input: { file_path: path }, result: content, details }
  }
  if (kind < 0.5) {
    const result = talk.code(200, 8_000)
    return { name: 'Grep', input: { pattern: talk.say(1) }, result, details: { content: result } }
  }
  if (kind < 0.7) {
    const path = edits[talk.below(edits.length)]
    const [before, after] = [talk.code(40, 2_000), talk.code(40, 2_000)]
    const details = {
      filePath: path,
      oldString: before,
      newString: after,
      originalFile: talk.code(2_000, 40_000),
      structuredPatch: [{ oldStart: 1, oldLines: 9, newStart: 1, newLines: 9, lines: after.split('\n') }],
      userModified: talk.chance(0.05),
    }
    const input = { file_path: path, old_string: before, new_string: after }
    return { name: 'Edit', input, result: `The file ${path} has been updated.`, details }
  }
  const isError = talk.chance(0.2)
  const stdout = isError ? talk.failure() : talk.code(100, 16_000)
  return {
    name: 'Bash',
    input: { command: `npm test -- ${talk.say(1)}`, description: 'Test' },
    result: isError ? `Exit code 1\n${stdout}` : stdout,
    details: isError ? `Error: Exit code 1\n${stdout}` : { stdout, stderr: '', interrupted: false },
    isError,
  }
}
