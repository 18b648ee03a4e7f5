import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import * as zlib from 'node:zlib'
import { codexCli } from '../../../src/capture/readers/codex-cli.ts'
import { read, readAll, tell } from './codex-cli/read-session.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/transcripts/codex-cli')
const failingTest = 'python3 -c "import shop; assert shop.total([2, 3]) == 5"'
const commit = 'git add -A && git commit -m "Add up all prices"'
const stale =
  'apply_patch verification failed: Failed to find expected lines in /home/dev/shop/shop.py:\n    return min(prices)'
const traceback =
  'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nAssertionError\n'

const reason = 'CreateProcess { message: "Rejected(\\"rejected by user\\")" }'
const aborted = 'aborted by user after 0.1s'

/** What the versions write otherwise. */
const recorded = [
  {
    version: '0.98.0',
    model: 'gpt-5.2-codex',
    edited: 'shop.py',
    exit: ' | 0',
    refused: `exec_command failed: ${reason}`,
    aborted,
    endedAt: '2026-01-05T09:00:33.000Z',
    revertsAt: null,
  },
  {
    version: '0.145.0',
    model: 'gpt-5.5',
    edited: '/home/dev/shop/shop.py',
    exit: '',
    refused: `exec_command failed for \`/bin/bash -lc 'rm -r tests'\`: ${reason}`,
    aborted,
    endedAt: '2026-01-05T09:00:30.000Z',
    revertsAt: null,
  },
  {
    version: '0.171.0',
    model: 'gpt-5.5',
    edited: '/home/dev/shop/shop.py',
    exit: '',
    refused: `exec_command failed: ${reason}`,
    aborted: 'Wall time: 0.1 seconds\naborted by user',
    endedAt: '2026-01-05T09:00:38.000Z',
    revertsAt: 14,
  },
]

for (const { version, model, edited, exit, refused, aborted, endedAt, revertsAt } of recorded) {
  const fixture = (name: string) => read(join(fixtures, version, `${name}.jsonl`))

  test(`${version}: reads a run, its refinement, what failed and what was committed`, async () => {
    const { events, ...session } = await fixture('exec-resume')
    assert.deepEqual(events.map(tell), [
      'prompt: The total of an order is wrong, fix it',
      `shell exec_command failed: ${failingTest} | 1 | ${traceback}`,
      `edit apply_patch failed: shop.py | ${stale}`,
      `edit apply_patch ok: ${edited}${exit}`,
      'answer: `total` adds up all prices now.',
      'prompt: Commit it, please',
      `shell exec_command ok: ${commit} | 0 | 824ce58`,
      'answer: Committed.',
    ])
    assert.deepEqual(session, {
      id: '00000000-0000-7000-8000-000000000001',
      toolId: 'openai-codex',
      toolName: 'Codex',
      version,
      models: [model],
      path: join(fixtures, version, 'exec-resume.jsonl'),
      folders: ['/home/dev/shop'],
      branches: ['main'],
      startedAt: '2026-01-05T09:00:00.000Z',
      endedAt,
      isCut: false,
      skipped: new Map(),
      problems: [],
    })
  })

  test(`${version}: tells what a human declined`, async () => {
    assert.deepEqual((await fixture('approvals')).events.map(tell), [
      'prompt: Make the test pass',
      `shell exec_command rejected: rm -r tests | ${refused}`,
      `edit apply_patch rejected: ${edited} | patch rejected by user`,
      'answer: What instead?',
      'prompt: Fix the code, not the test',
      `edit apply_patch ok: ${edited}${exit}`,
      `shell exec_command ok: ${commit} | 0 | 824ce58`,
      'answer: Done as you asked.',
    ])
  })

  test(`${version}: tells what a human stopped and took back, and takes a fork's own part only`, async () => {
    const stopped = `shell exec_command interrupted: python3 -c "import time; time.sleep(60)" | ${aborted}`
    const before = [
      'prompt: What does total do?',
      'answer: It gives the highest price.',
      'prompt: Run the benchmark',
    ]
    const after = ['prompt: Only read the code', 'answer: I have read it.']
    const first = await fixture('interrupted')
    if (revertsAt === null) {
      assert.deepEqual(first.events.map(tell), [...before, stopped, 'interruption', 'rewind: 1', ...after])
    } else {
      const reverted = await fixture('reverted')
      assert.deepEqual(first.events.map(tell), [...before, stopped, 'interruption'])
      assert.deepEqual(reverted.events.map(tell), ['rewind: null', ...after])
      assert.equal(reverted.id, `${first.id}_${revertsAt}`)
    }
    const fork = await fixture('forked')
    assert.deepEqual(fork.events.map(tell), ['prompt: Try another way here', 'answer: In the fork.'])
    assert.notEqual(fork.id, first.id)
    assert.deepEqual(fork.models, first.models)
  })

  test(`${version}: takes no prompts of an agent's agent`, async () => {
    assert.deepEqual((await fixture('subagent-parent')).events.map(tell), [
      'prompt: Let an agent run the tests',
      'agent spawn_agent ok: ',
      'shell exec_command ok: sleep 3 | 0',
      'answer: The agent has found a failing test.',
    ])
    assert.deepEqual((await fixture('subagent')).events.map(tell), [
      `shell exec_command failed: ${failingTest} | 1 | ${traceback}`,
      'answer: The test fails.',
    ])
  })
}

test('finds rollouts below the home of Codex', () => {
  const machine = { home: '/home/dev', env: {}, platform: 'linux', roots: [] } as const
  assert.deepEqual(
    codexCli.roots(machine).map(({ folder }) => folder),
    [join('/home/dev', '.codex', 'sessions'), join('/home/dev', '.codex', 'archived_sessions')],
  )
  const [root] = codexCli.roots({ ...machine, env: { CODEX_HOME: '/data/codex' } })
  assert.equal(root?.folder, join('/data/codex', 'sessions'))
  const names = [
    '2026/01/05/rollout-a.jsonl',
    'rollout-a.jsonl',
    'a/rollout-b.jsonl.zst',
    'a/b.jsonl',
    'rollout-a.json',
  ]
  assert.deepEqual(
    names.map((name) => root?.match.test(name)),
    [true, true, true, false, false],
  )
})

test('recognizes a rollout by its name or its first row', () => {
  const head = readFileSync(join(fixtures, '0.171.0', 'approvals.jsonl'), 'utf8').slice(0, 65_536)
  assert.equal(codexCli.recognizes('C:\\x\\rollout-2026.jsonl', ''), true)
  assert.equal(codexCli.recognizes('/x/session.jsonl', head), true)
  assert.equal(codexCli.recognizes('/x/session.jsonl', '{"type":"user","message":{}}'), false)
})

test('reads a compressed rollout where Node can, and not twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'codex-'))
  const path = join(folder, 'rollout-2026-01-05T09-00-00-00000000-0000-7000-8000-00000000000a.jsonl.zst')
  const bytes = readFileSync(join(fixtures, '0.171.0', 'approvals.jsonl'))
  try {
    if (typeof zlib.zstdCompressSync !== 'function') {
      writeFileSync(path, bytes)
      const { problems } = await read(path)
      assert.deepEqual(problems, [
        { reason: 'compressed with zstd, which needs Node 22.15 or later', line: null, count: 1 },
      ])
      return
    }
    const compressed = zlib.zstdCompressSync(bytes)
    writeFileSync(path, compressed)
    assert.equal((await read(path)).events.length, 8)
    writeFileSync(path, bytes)
    assert.deepEqual((await read(path)).problems, [{ reason: 'compression is broken', line: null, count: 1 }])
    writeFileSync(path, compressed.subarray(0, compressed.length - 10))
    assert.deepEqual((await read(path)).problems, [{ reason: 'compression is broken', line: null, count: 1 }])
    writeFileSync(path.slice(0, -'.zst'.length), bytes)
    assert.deepEqual(await readAll(path), [])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('rejects with what the system says', async () => {
  await assert.rejects(readAll('/nowhere/rollout-a.jsonl'), { code: 'ENOENT' })
  await assert.rejects(readAll('/nowhere/rollout-a.jsonl.zst'), { code: 'ENOENT' })
})
