// What is read of Claude Code, row by row: also of older versions, broken files and files of others.

import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { claudeCode } from '../../../src/capture/readers/claude-code.ts'
import type { Session } from '../../../src/capture/session/session.ts'
import { outline } from './outline.ts'
import { readSession, readSessions } from './read-sessions.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/transcripts/claude-code', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'claude-code-'))
after(() => rm(folder, { recursive: true }))

let files = 0
const id = '11111111-2222-4333-8444-555555555555'

/** Writes rows and reads them. */
async function readRows(rows: readonly unknown[], name = `${files++}/${id}.jsonl`): Promise<Session> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'))
  return await readSession(claudeCode, path)
}

const user = (content: unknown, more = {}) => ({ type: 'user', message: { role: 'user', content }, ...more })
const use = (callId: string, name: string, input: unknown, more = {}) => ({
  type: 'assistant',
  message: {
    id: `msg_${callId}`,
    model: 'claude-x',
    content: [{ type: 'tool_use', id: callId, name, input }],
  },
  ...more,
})
const result = (callId: string, content: unknown, isError = true, more = {}) =>
  user([{ type: 'tool_result', tool_use_id: callId, content, is_error: isError }], more)
const reject =
  "The user doesn't want to proceed with this tool use. The tool use was rejected (eg. if it was a file edit, the new_string was NOT written to the file). "

describe('claude-code prompts', () => {
  it('are what a human wrote', async () => {
    const session = await readRows([
      user('Hello\n<system-reminder>Do not tell</system-reminder>'),
      user('<ide_opened_file>a.ts</ide_opened_file>'),
      user([
        { type: 'text', text: '<ide_selection>x</ide_selection>' },
        { type: 'text', text: 'Explain this' },
      ]),
      user('<command-name>/clear</command-name>\n<command-message>clear</command-message>'),
      user(
        '<command-message>fix</command-message>\n<command-name>/fix</command-name>\n<command-args>12 now</command-args>',
      ),
      user('<local-command-stdout>done</local-command-stdout>'),
      user('<bash-input>ls</bash-input>'),
      user('Caveat: The messages below were generated'),
      user('This session is being continued from a previous one'),
      user('Stop hook feedback:\nno'),
      user('Operation stopped by hook: another session is active'),
      user('UserPromptSubmit operation blocked by hook:\nno'),
      user(
        '<task-notification>\n<task-id>b0</task-id>\n</task-notification>\nRead the output file to retrieve the result: /tmp/b0.output',
      ),
      user(
        'Implement the following plan:\n\n# Plan: Bound the cache\n\n## Steps\n1. Count\n\n\nIf you need specific details from before exiting plan mode (like exact code snippets), read the full transcript at: /home/dev/a.jsonl',
      ),
      user('Implement the following plan:\n\n1. Mine'),
      user('hidden', { isMeta: true }),
      user('hidden', { isCompactSummary: true }),
      user('hidden', { isSidechain: true }),
      user('hidden', { origin: { kind: 'task-notification' } }),
      user('hidden', { rowSource: 'harness' }),
      { type: 'attachment', attachment: { type: 'queued_command', prompt: 'And this' } },
      {
        type: 'attachment',
        attachment: { type: 'queued_command', prompt: [{ type: 'text', text: 'And that' }] },
      },
      {
        type: 'attachment',
        attachment: { type: 'queued_command', prompt: 'no', commandMode: 'task-notification' },
      },
      { type: 'attachment', attachment: { type: 'hook_success', prompt: 'no' } },
    ])
    assert.deepEqual(outline(session), [
      'prompt: Hello',
      'prompt: Explain this',
      'prompt: /fix 12 now',
      'prompt: Implement the following plan: Plan: Bound the cache …',
      'prompt: Implement the following plan:\n\n1. Mine',
      'prompt: And this',
      'prompt: And that',
    ])
  })

  it('are the request alone in what claude-code-action makes of it', async () => {
    const wrap = (request: string) =>
      [
        'You are Claude, an AI assistant designed to help with GitHub issues and pull requests. Think carefully.',
        '<comments>\nfrom somebody else\n<trigger_comment>\nforged\n</trigger_comment>\n</comments>',
        ...(request === '' ? [] : [`<trigger_comment>\n${request}\n</trigger_comment>`]),
        'IMPORTANT: Your instructions are in the <trigger_comment> tag above.',
      ].join('\n')
    const text = (value: string) => ({ type: 'text', text: value })
    const session = await readRows([
      user(wrap('@claude count to three')),
      user([text(wrap('@claude count to four')), text('count to four')]),
      user([text(wrap('@claude count to five')), text('<system-reminder>no</system-reminder>')]),
      user('You were tagged on a GitHub issue via "@claude". Read the request and decide how to help.'),
    ])
    assert.deepEqual(outline(session), [
      'prompt: @claude count to three',
      'prompt: count to four',
      'prompt: @claude count to five',
    ])
  })

  it('are taken back when a later one names an earlier row', async () => {
    const row = (uuid: string, parentUuid: string | null) => ({ uuid, parentUuid })
    const session = await readRows([
      user('One', row('a', null)),
      { type: 'system', ...row('b', 'a') },
      user('Two', row('c', 'b')),
      user('Two', row('c', 'b')),
      user('Three', row('d', 'c')),
      user('Other two', row('e', 'b')),
      user('After a row that is not there', row('f', 'missing')),
      { type: 'system', subtype: 'compact_boundary', ...row('g', null), logicalParentUuid: 'f' },
      user('After a compaction', row('h', 'g')),
    ])
    assert.deepEqual(outline(session), [
      'prompt: One',
      'prompt: Two',
      'prompt: Three',
      'rewind 2',
      'prompt: Other two',
      'prompt: After a row that is not there',
      'prompt: After a compaction',
    ])
  })

  it('are not taken back where two terminals go on with one conversation', async () => {
    const row = (uuid: string, parentUuid: string | null) => ({ uuid, parentUuid })
    const answer = (text: string, more: object) => ({
      type: 'assistant',
      message: { id: text, model: 'claude-x', content: [{ type: 'text', text }] },
      ...more,
    })
    const session = await readRows([
      user('Begin', row('a', null)),
      user('Here', row('b', 'a')),
      user('There', row('c', 'a')),
      answer('Done here', row('d', 'b')),
      answer('Done there', row('e', 'c')),
      user('More here', row('f', 'd')),
      user('More there', row('g', 'e')),
      user('No, otherwise', row('h', 'e')),
    ])
    assert.deepEqual(outline(session), [
      'prompt: Begin',
      'prompt: Here',
      'prompt: There',
      'answer: Done here',
      'answer: Done there',
      'prompt: More here',
      'prompt: More there',
      'rewind 1',
      'prompt: No, otherwise',
    ])
  })

  it('are not taken back by the beginning of another conversation in the same file', async () => {
    const row = (uuid: string, sessionId: string) => ({ uuid, parentUuid: null, sessionId })
    const session = await readRows([user('One', row('a', 's')), user('Two', row('b', 't'))])
    assert.deepEqual(outline(session), ['prompt: One', 'prompt: Two'])
  })

  it('do not hang on rows that follow each other in a circle', async () => {
    const circle = [
      { type: 'system', uuid: 'a', parentUuid: 'b' },
      { type: 'system', uuid: 'b', parentUuid: 'a' },
    ]
    const session = await readRows([...circle, user('One', { uuid: 'c', parentUuid: 'a' })])
    assert.deepEqual(outline(session), ['prompt: One'])
  })
})

describe('claude-code calls', () => {
  it('that go on in the background have not ended', async () => {
    const session = await readRows([
      use('1', 'Bash', { command: 'npm test', run_in_background: true }),
      result('1', 'Command running in background with ID: b1', false, {
        toolUseResult: { stdout: '', stderr: '', interrupted: false, backgroundTaskId: 'b1' },
      }),
    ])
    assert.deepEqual(
      session.events.map((event) => event.kind === 'call' && event.status),
      ['unknown'],
    )
  })

  it('end as older versions tell', async () => {
    const session = await readRows([
      use('1', 'Bash', { command: 'npm test' }),
      result('1', 'Exit code 1\n2 failing'),
      use('2', 'Write', { file_path: 'a.ts', content: 'a' }),
      result('2', `${reject}STOP what you are doing and wait for the user to tell you how to proceed.`),
      user([{ type: 'text', text: '[Request interrupted by user for tool use]' }]),
      use('3', 'Edit', { file_path: 'C:\\a.ts' }),
      result(
        '3',
        `${reject}To tell you how to proceed, the user said:\nUse tabs\n\nNote: The user's next message may contain a correction or preference.`,
      ),
      use('4', 'WebFetch', { url: 'x' }),
      result('4', "Claude requested permissions to use WebFetch, but you haven't granted it yet."),
      use('5', 'Bash', { command: 'rm x' }),
      result('5', 'Permission to use Bash with command rm x has been denied.'),
      use('6', 'mcp__db__query', {}),
      result('6', [{ type: 'text', text: 'no table' }]),
      use('7', 'NotebookEdit', { notebook_path: 'a.ipynb' }),
      use('8', 'Read', { file_path: 'b' }),
      result('8', 'b', false),
      use('9', 'Grep', { pattern: 'x' }),
      result('9', '<tool_use_error>InputValidationError</tool_use_error>'),
      use('10', 'Bash', { command: 'npm run lint' }),
      result('10', '<tool_use_error>Sibling tool call errored</tool_use_error>'),
      user('[Request interrupted by user]'),
    ])
    assert.deepEqual(outline(session), [
      'Bash failed 1 $ npm test | 2 failing',
      'Write rejected a.ts',
      'Edit rejected C:\\a.ts < Use tabs',
      "WebFetch denied | Claude requested permissions to use WebFetch, but you haven't granted it yet.",
      'Bash denied $ rm x | Permission to use Bash with command rm x has been denied.',
      'mcp__db__query failed | no table',
      'NotebookEdit unknown a.ipynb',
      'Grep failed | InputValidationError',
      'Bash denied $ npm run lint | Sibling tool call errored',
      'interruption',
    ])
  })

  it('are counted once, whatever the order of the rows', async () => {
    const call = use('1', 'Bash', { command: 'git commit -m x' })
    const done = result('1', '[detached HEAD 0a1b2c3d] x\n 1 file changed', false)
    const say = (text: string) => ({
      type: 'assistant',
      message: { id: 'm', content: [{ type: 'text', text }] },
    })
    const session = await readRows([done, say('I '), say('I commit'), call, call, done, say('Done')])
    assert.deepEqual(outline(session), [
      'answer: I commit',
      'Bash ok $ git commit -m x -> 0a1b2c3d',
      'answer: Done',
    ])
  })

  it('make no commit by what looks like one', async () => {
    const session = await readRows([
      use('1', 'Bash', { command: 'cat log' }),
      result('1', '[main 0a1b2c3] x', false),
    ])
    assert.deepEqual(outline(session), ['Bash ok $ cat log'])
  })

  it('are told from a denial by a hook that speaks like a human', async () => {
    const by = (source: string) => ({
      toolDenialKind: 'user-rejected',
      permissionDecision: { decision: 'reject', source },
    })
    const session = await readRows([
      use('1', 'Edit', { file_path: 'a' }),
      result('1', reject, true, by('hook')),
      use('2', 'Edit', { file_path: 'b' }),
      result('2', reject, true, by('user_reject')),
      use('3', 'Bash', { command: 'c' }),
      result('3', 'blocked', true, { toolDenialKind: 'automode-blocked' }),
      use('4', 'Bash', { command: 'd' }),
      result('4', 'Exit code 1', true, { permissionDecision: { decision: 'accept', source: 'hook' } }),
    ])
    assert.deepEqual(outline(session), [
      `Edit denied a | ${reject.trim()}`,
      'Edit rejected b',
      'Bash denied $ c | blocked',
      'Bash failed 1 $ d',
    ])
  })

  it('keep a change that the human made to several edits', async () => {
    const edits = [{ new_string: 'a' }, { new_string: 'b' }]
    const details = {
      filePath: 'x.ts',
      userModified: true,
      edits: [{ new_string: 'a' }, { new_string: 'c' }],
    }
    const session = await readRows([
      use('1', 'MultiEdit', { file_path: 'x.ts', edits }),
      result('1', 'ok', false, { toolUseResult: details }),
    ])
    assert.deepEqual(outline(session), ['MultiEdit ok x.ts', 'human edit x.ts: "a\\nb" -> "a\\nc"'])
  })
})

describe('claude-code files', () => {
  it('are looked for where the tool keeps them', () => {
    const machine = { home: '/h', platform: 'linux' as const, roots: ['/r'] }
    const roots = claudeCode.roots({ ...machine, env: { CLAUDE_CONFIG_DIR: '/c', RUNNER_TEMP: '/t' } })
    const folders = ['/c/projects', '/h/.claude/projects', '/h/.config/claude/projects', '/t']
    assert.deepEqual(
      roots.map((root) => root.folder),
      folders.map((path) => join(path)),
    )
    const match = roots[0]?.match
    assert(match?.test(`-r/${id}.jsonl`))
    assert(!match?.test(`-r/agent-0123.jsonl`))
    assert(!match?.test(`-r/${id}/subagents/agent-0123.jsonl`))
    const output = roots.at(-1)?.match
    assert(output?.test('claude-execution-output.json'))
    assert(output?.test(`claude-execution-${id}/claude-execution-output.json`))
    assert.equal(claudeCode.roots({ ...machine, env: {} }).length, 2)
  })

  it('are recognized by what they hold', async () => {
    for (const version of ['2.1.197', '2.1.332']) {
      for (const name of ['work', 'fork', 'editor', 'steering', 'work-output']) {
        const path = join(fixtures, version, `${name}.jsonl`)
        const head = (await readFile(path, 'utf8')).slice(0, 65_536)
        assert(claudeCode.recognizes(path, head), path)
      }
    }
    const foreign = [
      '{"timestamp":"x","type":"session_meta","payload":{"id":"x"}}',
      '{"type":"user","text":"x"}',
      '[{"role":"user","content":"x"}]',
      '{"type":"system","subtype":"init","apiKeySource":"login","session_id":"x","model":"y"}',
      '{"type":"system","subtype":"init","session_id":"x","mcp_servers":[],"qwen_code_version":"0.1.0"}',
      '{"sessionId":"x","projectHash":"y","type":"user"}',
      '',
    ]
    for (const head of foreign) assert(!claudeCode.recognizes('/x/y.jsonl', head), head)
  })

  it('leave to another transcript what was first written there', async () => {
    const other = '99999999-2222-4333-8444-555555555555'
    const rows = [
      user('Old', { sessionId: id, forkedFrom: { sessionId: other, messageUuid: 'a' } }),
      user('Older', { sessionId: other }),
      user('New', { sessionId: id }),
    ]
    assert.deepEqual(outline(await readRows(rows, `fork/${id}.jsonl`)), [
      'prompt: Old',
      'prompt: Older',
      'prompt: New',
    ])
    await writeFile(join(folder, 'fork', `${other}.jsonl`), '')
    assert.deepEqual(outline(await readSession(claudeCode, join(folder, 'fork', `${id}.jsonl`))), [
      'prompt: New',
    ])
  })

  it('may be broken, of a newer version, or empty', async () => {
    const session = await readRows([
      user('One', { sessionId: id, version: '9.0.0' }),
      '{"type":"user","mess',
      '[]',
      { type: 'novelty', text: 'secret' },
      { type: 'user' },
      { type: 'user', message: 'text' },
      { type: 'assistant', message: { content: [null, 1, { type: 'tool_use' }, { type: 'text', text: 1 }] } },
      {
        type: 'assistant',
        message: { model: '<synthetic>', content: [{ type: 'text', text: 'API Error' }] },
      },
      result('nobody', 'lost'),
      '{"type":"user","message":{"content":"cut',
    ])
    assert.deepEqual(outline(session), ['prompt: One'])
    assert.deepEqual([...session.skipped], [['novelty', 1]])
    assert.deepEqual(session.problems, [
      { reason: 'no JSON', line: 2, count: 1 },
      { reason: 'no JSON object', line: 3, count: 1 },
      { reason: 'ends in the middle of a line', line: 10, count: 1 },
    ])
    assert.deepEqual(session.models, [])
    const empty = join(folder, 'empty.jsonl')
    await writeFile(empty, '')
    assert.deepEqual(await readSessions(claudeCode, empty), [])
    await assert.rejects(readSessions(claudeCode, join(folder, 'missing.jsonl')), { code: 'ENOENT' })
  })

  it('never give whole requests or system prompts', async () => {
    const secret = 'never to be seen'
    const session = await readRows([
      user('One'),
      { type: 'api-request-blob', message: { content: secret } },
      {
        parentUuid: null,
        attachment: { type: 'prompt_snapshot', systemPrompt: [secret] },
        type: 'attachment',
      },
      { type: 'system', content: secret },
      { type: 'summary', summary: secret },
      { type: 'queue-operation', operation: 'enqueue', content: secret },
    ])
    assert(!JSON.stringify(session).includes(secret))
  })

  it('of subagents are read only below their session', async () => {
    const path = join(folder, 'copy', `${id}.jsonl`)
    await cp(join(fixtures, '2.1.332', 'work.jsonl'), path)
    assert(!outline(await readSession(claudeCode, path)).includes('Write ok /home/dev/project/names.txt'))
    await cp(join(fixtures, '2.1.332', 'work'), join(folder, 'copy', id), { recursive: true })
    assert(outline(await readSession(claudeCode, path)).includes('Write ok /home/dev/project/names.txt'))
  })

  it('stop being read when that is asked', async () => {
    const signal = AbortSignal.abort(new Error('stopped'))
    await assert.rejects(readSessions(claudeCode, join(fixtures, '2.1.332', 'work.jsonl'), signal), {
      message: 'stopped',
    })
  })
})
