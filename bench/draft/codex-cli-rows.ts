// Rows of a session with Codex CLI in the shapes of 0.171, as in `__tests__/fixtures/transcripts/codex-cli`.

import { type MadeUpSession, timeOf } from './made-up-session.ts'

/** Turns without end: a prompt, then calls with their outputs, which a rollout holds twice, and counts of tokens. */
export function* codexCliRows(session: MadeUpSession): Generator<object> {
  const { talk, folder, id } = session
  let ordinal = 0
  const row = (type: string, payload: object) => ({
    timestamp: timeOf(ordinal),
    ordinal: ordinal++,
    type,
    payload,
  })
  const event = (item: object) => row('event_msg', { type: 'item_completed', thread_id: id, item })
  yield row('session_meta', {
    id,
    timestamp: timeOf(0),
    cwd: folder,
    originator: 'codex_cli_rs',
    cli_version: '0.171.0',
    base_instructions: { text: talk.say(2_000) },
    git: { branch: session.branch },
  })
  yield row('turn_context', { cwd: folder, model: 'gpt-5.2-codex', user_instructions: talk.say(300) })
  for (;;) {
    const text = talk.say(5 + talk.below(80))
    yield row('response_item', { type: 'message', role: 'user', content: [{ type: 'input_text', text }] })
    yield event({ type: 'UserMessage', id: `item_${ordinal}`, content: [{ type: 'text', text }] })
    for (let steps = 5 + talk.below(30); steps > 0; steps--) {
      yield row('response_item', { type: 'reasoning', encrypted_content: talk.say(100).replaceAll(' ', '') })
      yield* step(session, `call_${ordinal}`, row, event)
      yield row('event_msg', { type: 'token_count', info: { total_token_usage: { input_tokens: 100 } } })
    }
  }
}

type ToRow = (type: string, payload: object) => object

function* step(
  { talk, edits, folder }: MadeUpSession,
  call_id: string,
  row: ToRow,
  event: (item: object) => object,
): Generator<object> {
  if (talk.chance(0.25)) {
    const path = edits[talk.below(edits.length)] ?? ''
    const patch = talk.code(100, 6_000)
    const input = `*** Begin Patch\n*** Update File: ${path}\n@@\n+${patch}\n*** End Patch`
    yield row('response_item', { type: 'custom_tool_call', call_id, name: 'apply_patch', input })
    const changes = { [path]: { type: 'update', unified_diff: patch, move_path: null } }
    yield event({
      type: 'FileChange',
      id: call_id,
      changes,
      status: 'completed',
      stdout: 'Success.',
      stderr: '',
    })
    yield row('response_item', { type: 'custom_tool_call_output', call_id, output: 'Success.' })
    return
  }
  const isError = talk.chance(0.2)
  const cmd = isError ? `npm test -- ${talk.say(1)}` : `sed -n 1,200p src/${talk.say(1)}.ts`
  const aggregated_output = isError ? talk.failure() : talk.code(500, 40_000)
  const exit_code = isError ? 1 : 0
  const args = JSON.stringify({ cmd })
  yield row('response_item', { type: 'function_call', name: 'exec_command', arguments: args, call_id })
  yield event({
    type: 'CommandExecution',
    id: call_id,
    command: ['/bin/bash', '-lc', cmd],
    cwd: folder,
    source: 'unified_exec_startup',
    status: isError ? 'failed' : 'completed',
    aggregated_output,
    exit_code,
  })
  const output = `Wall time: 0.1 seconds\nProcess exited with code ${exit_code}\nOutput:\n${aggregated_output}`
  yield row('response_item', { type: 'function_call_output', call_id, output })
}
