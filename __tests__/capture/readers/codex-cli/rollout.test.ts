import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Session } from '../../../../src/capture/session/session.ts'
import type { JsonObject } from '../../../../src/core/json.ts'
import { read, tell } from './read-session.ts'

/** A session of rows that a test has written down. */
async function readRows(rows: readonly (JsonObject | string)[]): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'codex-'))
  try {
    const path = join(folder, 'rollout-2026-01-05T09-00-00-00000000-0000-7000-8000-00000000000a.jsonl')
    writeFileSync(
      path,
      rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''),
    )
    return await read(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const row = (type: string, payload: JsonObject, second = 0) => ({
  timestamp: `2026-01-05T09:00:${String(second).padStart(2, '0')}.000Z`,
  type,
  payload,
})
const event = (type: string, payload: JsonObject, second = 0) =>
  row('event_msg', { type, ...payload }, second)
const item = (type: string, payload: JsonObject) => row('response_item', { type, ...payload })
const completed = (type: string, payload: JsonObject) =>
  event('item_completed', { item: { type, ...payload } })
const user = (text: string) => item('message', { role: 'user', content: [{ type: 'input_text', text }] })
const assistant = (text: string) =>
  item('message', { role: 'assistant', content: [{ type: 'output_text', text }] })
const called = (id: string, name: string, args: JsonObject) =>
  item('function_call', { call_id: id, name, arguments: JSON.stringify(args) })
const gave = (id: string, output: unknown) => item('function_call_output', { call_id: id, output })

async function eventsOf(rows: readonly (JsonObject | string)[]): Promise<string[]> {
  return (await readRows(rows)).events.map(tell)
}

test('takes a prompt once, whatever shapes are there, and what was typed twice twice', async () => {
  assert.deepEqual(
    await eventsOf([
      user('<environment_context>\n<cwd>/x</cwd>\n</environment_context>'),
      user('Go'),
      event('user_message', { message: 'Go' }),
      completed('UserMessage', { content: [{ type: 'text', text: 'Go' }] }),
      event('agent_message', { message: 'Yes?' }),
      completed('AgentMessage', { content: [{ type: 'Text', text: 'Yes?' }] }),
      assistant('Yes?'),
      user('Go'),
      completed('UserMessage', { content: [{ type: 'text', text: 'Go' }] }),
      completed('AgentMessage', { content: [{ type: 'Text', text: 'Gone.' }] }),
      assistant('Gone.'),
    ]),
    ['prompt: Go', 'answer: Yes?', 'prompt: Go', 'answer: Gone.'],
  )
})

test('takes prompts from the conversation when there are no events, without what Codex adds', async () => {
  const added = [
    '<user_instructions>',
    '# AGENTS.md instructions for /x',
    '<turn_aborted>',
    '<permissions>',
    '<skill>',
  ]
  assert.deepEqual(
    await eventsOf([
      ...added.map((text) => user(`${text}\nsystem`)),
      user('Fix <b> in the page'),
      assistant('Done.'),
      user(
        '# Context from my IDE setup:\n\n## Open tabs:\n- a.ts\n\n## My request for Codex:\nNow test it\n',
      ),
    ]),
    ['prompt: Fix <b> in the page', 'answer: Done.', 'prompt: Now test it'],
  )
})

test('reads exit codes in every spelling', async () => {
  const outputs: [unknown, string][] = [
    ['{"output":"bad\\n","metadata":{"exit_code":2,"duration_seconds":0.1}}', 'failed: x | 2 | bad\n'],
    ['{"output":"","metadata":{"exit_code":0,"duration_seconds":0.1}}', 'ok: x | 0'],
    ['Exit code: 3\nWall time: 0.1 seconds\nTotal output lines: 9\nOutput:\nbad', 'failed: x | 3 | bad'],
    ['Exit code: 0\nWall time: 0 seconds\nOutput:\nExit code: 1', 'ok: x | 0'],
    ['Wall time: 1.0 seconds\nProcess exited with code -1\nOutput:\n', 'failed: x | -1'],
    [{ content: 'no', success: false }, 'failed: x | no'],
    [[{ type: 'input_text', text: 'Exit code: 4\nOutput:\nbad' }], 'failed: x | 4 | bad'],
    [
      'command timed out after 1000 milliseconds\n',
      'failed: x | command timed out after 1000 milliseconds\n',
    ],
    ['exec command rejected by user', 'rejected: x | exec command rejected by user'],
    ['aborted by user after 2.5s', 'interrupted: x | aborted by user after 2.5s'],
    ['exec_command failed: CreateProcess { message: "Rejected(\\"no\\")" }', 'denied: x | '],
    [
      `exec_command failed for \`${'x'.repeat(9000)}\`: { message: "Rejected(\\"rejected by user\\")" }`,
      'rejected: x | ',
    ],
    ['Command blocked by PreToolUse hook: no', 'denied: x | Command blocked by PreToolUse hook: no'],
    ['plain words of an old version', 'ok: x'],
  ]
  for (const [output, expected] of outputs) {
    const [told = ''] = await eventsOf([called('1', 'shell_command', { command: 'x' }), gave('1', output)])
    const start = `shell shell_command ${expected}`
    if (expected.endsWith('| ')) assert.ok(told.startsWith(start), told)
    else assert.equal(told, start)
  }
})

test('reads commands in every shape, and a patch in a command as an edit', async () => {
  const patch =
    "apply_patch <<'EOF'\n*** Begin Patch\n*** Update File: a.ts\n*** Move to: b.ts\n*** End Patch\nEOF"
  assert.deepEqual(
    await eventsOf([
      called('1', 'shell', { command: ['bash', '-lc', 'npm test'] }),
      called('2', 'container.exec', { command: ['git', 'status'] }),
      called('3', 'exec_command', { cmd: 'ls' }),
      called('4', 'shell', { command: ['bash', '-lc', patch] }),
      called('5', 'shell', {
        command: ['apply_patch', '*** Begin Patch\n*** Add File: c.ts\n*** End Patch'],
      }),
      item('local_shell_call', { call_id: '6', action: { type: 'exec', command: ['make'] } }),
      item('custom_tool_call', {
        call_id: '7',
        name: 'apply_patch',
        input: '*** Begin Patch\n*** Delete File: d.ts',
      }),
      item('function_call', { call_id: '8', name: 'shell', arguments: '{"command":[' }),
    ]),
    [
      'shell shell unknown: npm test',
      'shell container.exec unknown: git status',
      'shell exec_command unknown: ls',
      'edit apply_patch unknown: a.ts b.ts',
      'edit apply_patch unknown: c.ts',
      'shell local_shell unknown: make',
      'edit apply_patch unknown: d.ts',
      'shell shell unknown: ',
    ],
  )
})

test('ends a command in a terminal when it ends, not when the model looks away', async () => {
  assert.deepEqual(
    await eventsOf([
      called('1', 'exec_command', { cmd: 'npm test' }),
      gave('1', 'Chunk ID: a1\nWall time: 1 seconds\nProcess running with session ID 7\nOutput:\n'),
      called('2', 'write_stdin', { session_id: 7, chars: '' }),
      gave('2', 'Chunk ID: a2\nWall time: 1 seconds\nProcess running with session ID 7\nOutput:\n'),
      called('3', 'write_stdin', { session_id: 7, chars: '' }),
      gave('3', 'Chunk ID: a3\nWall time: 1 seconds\nProcess exited with code 1\nOutput:\n1 failing'),
      called('4', 'exec_command', { cmd: 'npm start' }),
      gave('4', 'Chunk ID: a4\nWall time: 1 seconds\nProcess running with session ID 8\nOutput:\n'),
    ]),
    ['shell exec_command failed: npm test | 1 | 1 failing', 'shell exec_command unknown: npm start'],
  )
})

test('reads events and items that end calls', async () => {
  const update = { '/x/a.ts': { type: 'update', unified_diff: '', move_path: '/x/b.ts' } }
  const invocation = { server: 'db', tool: 'query', arguments: {} }
  const command = {
    command: ['/bin/bash', '-lc', 'npm test'],
    status: 'failed',
    exit_code: 1,
    aggregated_output: 'no',
  }
  assert.deepEqual(
    await eventsOf([
      event('patch_apply_end', { call_id: '1', success: false, stderr: 'does not apply', changes: update }),
      completed('FileChange', {
        id: '2',
        status: 'declined',
        stderr: 'outside of the project',
        changes: update,
      }),
      event('mcp_tool_call_end', {
        call_id: '3',
        invocation,
        result: { Err: 'user rejected MCP tool call' },
      }),
      event('mcp_tool_call_end', {
        call_id: '4',
        invocation,
        result: { Ok: { content: [], isError: false } },
      }),
      completed('McpToolCall', { id: '5', server: 'db', tool: 'query', error: { message: 'no table' } }),
      completed('CommandExecution', { id: '6', ...command }),
      completed('CommandExecution', { id: '7', ...command, source: 'user_shell' }),
      completed('CommandExecution', {
        id: '8',
        command: ['rm'],
        status: 'declined',
        aggregated_output: 'by a rule',
      }),
      event('turn_aborted', { reason: 'replaced' }),
      event('turn_aborted', { reason: 'budget_limited' }),
      event('error', { message: 'model is gone' }),
    ]),
    [
      'edit apply_patch failed: /x/a.ts /x/b.ts | does not apply',
      'edit apply_patch denied: /x/a.ts /x/b.ts | outside of the project',
      'mcp mcp__db__query rejected:  | user rejected MCP tool call',
      'mcp mcp__db__query ok: ',
      'mcp mcp__db__query failed:  | no table',
      'shell exec failed: npm test | 1 | no',
      'shell exec denied: rm | by a rule',
      'interruption',
      'other error failed:  | model is gone',
    ],
  )
})

test('keeps reads and plans only when they go wrong', async () => {
  assert.deepEqual(
    await eventsOf([
      called('1', 'read_file', { path: 'a' }),
      gave('1', 'text'),
      called('2', 'update_plan', { plan: [] }),
      gave('2', 'Plan updated'),
      called('3', 'read_file', { path: 'b' }),
      gave('3', 'failed to parse function arguments: missing field'),
    ]),
    ['read read_file failed:  | failed to parse function arguments: missing field'],
  )
})

test('reads rollouts of 2025 that have no payloads', async () => {
  const session = await readRows([
    { id: 'x', timestamp: '2025-05-07T17:24:21.000Z', instructions: 'system', git: { branch: 'old' } },
    { record_type: 'state' },
    {
      type: 'message',
      role: 'user',
      content: [{ type: 'input_text', text: '<environment_context><cwd>/old</cwd>' }],
    },
    { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Fix it' }] },
    { type: 'reasoning', summary: [] },
    { type: 'function_call', call_id: '1', name: 'shell', arguments: '{"command":["false"]}' },
    { type: 'function_call_output', call_id: '1', output: '{"output":"","metadata":{"exit_code":1}}' },
    { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'No.' }] },
  ])
  assert.deepEqual(session.events.map(tell), [
    'prompt: Fix it',
    'shell shell failed: false | 1',
    'answer: No.',
  ])
  assert.deepEqual([session.branches, session.folders], [['old'], ['/old']])
  assert.deepEqual([session.skipped, session.problems], [new Map(), []])
})

test('counts what it does not know, and reads on after what is broken', async () => {
  const session = await readRows([
    row('session_meta', { id: 'x', cwd: 7, git: 'main', cli_version: ['1'] }),
    'no JSON',
    '[1]',
    row('new_row', {}),
    event('new_event', {}),
    item('new_item', {}),
    completed('NewItem', {}),
    event('item_completed', { item: null }),
    row('event_msg', { type: 'user_message', message: 'Still there' }),
    gave('unknown call', 'x'),
    row('compacted', { message: 'user: secret' }),
    item('message', { role: 'developer', content: [{ type: 'input_text', text: 'system' }] }),
    `{"timestamp":"2026-01-05T09:00:00.000Z","type":"event_msg","payload":{"type":"user_mess`,
  ])
  assert.deepEqual(session.events.map(tell), ['prompt: Still there'])
  assert.deepEqual(
    [...session.skipped],
    [
      ['new_row', 1],
      ['new_event', 1],
      ['new_item', 1],
      ['item.NewItem', 1],
      ['item.unknown', 1],
    ],
  )
  assert.deepEqual(session.problems, [
    { reason: 'no JSON', line: 2, count: 2 },
    { reason: 'no JSON object', line: 3, count: 1 },
  ])
})
