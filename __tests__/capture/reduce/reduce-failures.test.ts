import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reduceSessions } from '../../../src/capture/reduce/reduce-sessions.ts'
import type { Session } from '../../../src/capture/session/session.ts'
import { branchOf } from '../../support/branch-of-test.ts'
import {
  answer,
  buildSession,
  called,
  type EventOfTest,
  edited,
  interruption,
  prompt,
  ran,
  rewind,
  select,
} from '../../support/session-events.ts'

const branch = branchOf(['src/retry.ts', 'src/client.ts', 'src/delay.ts'])

async function reduce(sessions: readonly Session[], full = false) {
  const { failures } = await reduceSessions(
    sessions.map((session) => select(session)),
    branch,
    async () => null,
    { full },
  )
  return failures.map(({ key: _, ...said }) => said)
}

/** The failures of a session that ends with an edit of the branch. */
async function failuresOf(events: readonly EventOfTest[], full = false) {
  return reduce([buildSession([prompt('Add retries'), ...events, edited('src/delay.ts')])], full)
}

const broken = 'TypeError: client.retry is not a function\n    at retry (src/retry.ts:3:10)'

test('Fails, edit, fails, edit, passes is one failure with what was changed', async () => {
  const found = await failuresOf([
    ran('npm test', { output: `✖ retries (2ms)\n  ${broken}` }),
    answer(
      'I see. The test fails because our client has no `retry()`; that is the API of another library. Let me fix it.',
    ),
    edited('/work/app/src/retry.ts'),
    ran('cd /work/app && npm test 2>&1', { output: 'AssertionError: expected 3 to be 4' }),
    edited('src/client.ts'),
    ran('npm run test'),
  ])
  assert.deepEqual(found, [
    {
      attempt: 'npm test',
      times: 2,
      error: '✖ retries (2ms) TypeError: client.retry is not a function',
      cause: 'The test fails because our client has no `retry()`; that is the API of another library.',
      resolution: 'passed after changes to src/retry.ts and src/client.ts',
    },
  ])
})

test('With everything wanted, each run stands for itself', async () => {
  const found = await failuresOf(
    [
      ran('npm test', { output: broken }),
      edited('src/retry.ts'),
      ran('npm test', { output: 'AssertionError: expected 3 to be 4' }),
      edited('src/client.ts'),
      ran('npm test'),
    ],
    true,
  )
  assert.deepEqual(
    found.map(({ attempt, error, resolution }) => [attempt, error, resolution]),
    [
      ['npm test', 'TypeError: client.retry is not a function', 'failed again after changes to src/retry.ts'],
      ['npm test', 'AssertionError: expected 3 to be 4', 'passed after changes to src/client.ts'],
    ],
  )
})

test('A narrower run that passes does not settle the whole one', async () => {
  const found = await failuresOf([
    ran('pytest', { output: 'FAILED tests/test_a.py::test_x - assert 1 == 2' }),
    edited('src/retry.ts'),
    ran('python -m pytest tests/test_a.py'),
    ran('pytest -q tests/test_b.py', { output: 'FAILED tests/test_b.py::test_y - assert 3 == 4' }),
    edited('src/client.ts'),
    ran('uv run pytest'),
  ])
  assert.deepEqual(found, [
    {
      attempt: 'pytest',
      times: 2,
      error: 'FAILED tests/test_a.py::test_x - assert 1 == 2',
      cause: null,
      resolution: 'passed after changes to src/retry.ts and src/client.ts',
    },
  ])
})

test('Behind a pipe the exit code says nothing, so nothing is said to have passed', async () => {
  const [only] = await failuresOf([
    ran('npm test', { output: broken }),
    edited('src/retry.ts'),
    ran('npm test 2>&1 | tail -20'),
  ])
  assert.equal(only?.resolution, 'went on after changes to src/retry.ts and src/delay.ts')
})

const told: [command: string, later: string][] = [
  ['npm test', 'npm run test'],
  ['npm test', 'cd app && npm test && echo done'],
  ['npm run build && npm test', 'npm run build && npm test'],
  ['cd packages/a && npm test', 'cd /work/app/packages/a/ && npm test'],
  ['npm test', 'cat in.txt | npm test'],
  ['npm test; npm run lint', 'bash -lc "npm test && npm run lint"'],
]
const untold: [command: string, later: string][] = [
  ['npm test', 'npm test || true'],
  ['npm test', 'npm test; echo "exit code $?"'],
  ['npm test', 'npm test > out.txt 2>&1\ntail out.txt'],
  ['npm test', 'npm test & wait; cat out.txt'],
  ['npm test', 'npm test &'],
  ['npm test', 'if npm test; then echo good; else echo bad; fi'],
  ['npm test', '! npm test'],
  ['npm test', 'for f in a b; do npm test $f; done'],
  ['npm test', 'test -f out.txt || npm test'],
  ['npm run build && npm test', 'npm run build'],
  ['cd packages/a && npm test', 'cd packages/b && npm test'],
]

test('Passed is said only where the exit code says so of the same thing', async () => {
  const resolve = async (command: string, later: string) => {
    const found = await failuresOf([ran(command, { output: broken }), edited('src/retry.ts'), ran(later)])
    return found[0]?.resolution ?? ''
  }
  for (const [command, later] of told)
    assert.equal(await resolve(command, later), 'passed after changes to src/retry.ts', later)
  for (const [command, later] of untold) assert.doesNotMatch(await resolve(command, later), /passed/, later)
})

test('A run that settles the first of different commands does not settle the last', async () => {
  const [only] = await failuresOf([
    ran('pytest a.py', { output: broken }),
    ran('pytest b.py', { output: broken }),
    edited('src/retry.ts'),
    ran('pytest a.py'),
  ])
  assert.equal(only?.resolution, 'went on after changes to src/retry.ts and src/delay.ts')
})

test('What passed once and then failed the same way has not passed', async () => {
  const [only, ...others] = await failuresOf([
    ran('npm test', { output: broken }),
    edited('src/retry.ts'),
    ran('npm test'),
    ran('npm test', { output: broken }),
  ])
  assert.deepEqual([only?.attempt, only?.times, only?.resolution, others], ['npm test', 2, null, []])
})

test('What was given up has no resolution, and what passed without an edit says by what', async () => {
  const found = await failuresOf([
    ran('npm run build', { output: 'error TS2322: Type A is not assignable to type B.' }),
    ran('npm test', { output: 'Error: Cannot find module "p-retry"' }),
    ran('npm install'),
    ran('npm test'),
    ran('cargo test', { output: "thread 'a' panicked at src/a.rs:1:2:\nnot yet" }),
    ran('cargo test'),
  ])
  assert.deepEqual(
    found.map(({ attempt, resolution }) => [attempt, resolution]),
    [
      ['npm run build', null],
      ['npm test', 'passed after npm install'],
      ['cargo test', 'passed on a later run'],
    ],
  )
})

test('Looking around, answers by exit code and stopped servers are no failures', async () => {
  const quiet = { exitCode: 1, output: '' }
  const events = [
    ran('grep -rn retry src', quiet),
    ran('test -f src/retry.ts && echo yes', quiet),
    ran('which deno', quiet),
    ran('diff a b', { exitCode: 1, output: '1c1' }),
    ran('git diff --exit-code', { exitCode: 1, output: '-a' }),
    ran('cd src && ls -la lib | head -5', { exitCode: 2, output: 'ls: lib: No such file or directory' }),
    ran('npm test 2>&1 | grep -i error', quiet),
    ran('npm run dev', { exitCode: 143, output: 'listening' }),
    ran('timeout 5 node server.js', { exitCode: 124, output: 'listening' }),
    ran('npx vite --port 3000', { exitCode: null, output: 'Command timed out after 120 seconds' }),
    ran('bash -lc "cat package.json | jq .scripts"', { exitCode: 5, output: 'jq: error' }),
  ]
  assert.deepEqual(await failuresOf(events), [])
  assert.deepEqual(
    (await failuresOf(events, true)).map(({ attempt }) => attempt),
    ['ls -la lib | head -5', 'bash -lc "cat package.json | jq .scripts"'],
  )
})

test('Noise of the environment and of the tools is left out unless it came back or a human had to help', async () => {
  const events = [
    ran('goreleaser check', { exitCode: 127, output: 'bash: goreleaser: command not found' }),
    ran('node -e "console.log(x)"', { output: 'ReferenceError: x is not defined' }),
    ran('mv a b', { output: 'mv: cannot stat a' }),
    edited('src/retry.ts', { status: 'failed', output: 'String to replace not found in file.' }),
    edited('src/retry.ts'),
    called({ action: 'read', name: 'Read', status: 'failed', output: 'File does not exist.' }),
    called({ action: 'fetch', name: 'WebFetch', status: 'failed', output: '404' }),
    called({ action: 'other', name: 'TodoWrite', status: 'failed', output: 'InputValidationError' }),
    ran('npm ls'),
  ]
  assert.deepEqual(await failuresOf(events), [])
  assert.equal((await failuresOf(events, true)).length, 7)
  const helped = await failuresOf([
    ran('goreleaser check', { exitCode: 127, output: 'bash: goreleaser: command not found' }),
    answer('It is not installed.'),
    prompt('I installed it.'),
    ran('goreleaser check'),
  ])
  assert.deepEqual(helped, [
    {
      attempt: 'goreleaser check',
      error: 'bash: goreleaser: command not found',
      cause: null,
      resolution: 'passed on a later run',
    },
  ])
})

test('A program that fails once is told of, with what it says', async () => {
  const found = await failuresOf([
    ran('./scripts/seed.sh', { output: 'seed: error: no such table' }),
    ran('echo checking; echo "2 files are missing" >&2; exit 3', {
      exitCode: 3,
      output: 'checking\n2 files are missing',
    }),
  ])
  assert.deepEqual(
    found.map(({ attempt, error }) => [attempt, error]),
    [
      ['./scripts/seed.sh', 'seed: error: no such table'],
      ['echo checking; echo "2 files are missing" >&2; exit 3', '2 files are missing'],
    ],
  )
})

test('A tool that fails is told of', async () => {
  const found = await failuresOf([
    called({
      action: 'mcp',
      name: 'mcp__db__query',
      status: 'failed',
      output: 'Error: relation "jobs" does not exist',
    }),
    edited('src/client.ts', {
      status: 'failed',
      output: '<tool_use_error>File has not been read yet.</tool_use_error>',
    }),
  ])
  assert.deepEqual(found, [
    {
      attempt: 'mcp__db__query',
      error: 'Error: relation "jobs" does not exist',
      cause: null,
      resolution: null,
    },
    { attempt: 'edit of src/client.ts', error: 'File has not been read yet.', cause: null, resolution: null },
  ])
})

test('Denials of hooks and calls without a result are no failures', async () => {
  const found = await failuresOf([
    called({ action: 'shell', name: 'Bash', command: 'rm -rf /', status: 'denied', output: 'hook said no' }),
    called({ action: 'shell', name: 'Bash', command: 'npm test', status: 'unknown' }),
    called({ action: 'shell', name: 'Bash', command: 'npm test', status: 'interrupted', output: 'half' }),
  ])
  assert.deepEqual(found, [])
})

test('A rejection is a failure when the human said why, in the dialog or with the next prompt', async () => {
  const found = await failuresOf([
    edited('package.json', {
      status: 'rejected',
      feedback: 'Do not add p-retry.\nThe build breaks because the registry is not reachable from CI.',
    }),
    edited('src/retry.ts'),
    ran('npm publish', { status: 'rejected', output: 'rejected', exitCode: null }),
    edited('src/client.ts', { status: 'rejected' }),
    interruption,
    prompt('We release from CI only'),
    ran('git push', { status: 'rejected', output: 'rejected', exitCode: null }),
    ran('git status'),
  ])
  assert.deepEqual(found, [
    {
      attempt: 'edit of package.json',
      error: 'rejected by the human',
      cause: 'The build breaks because the registry is not reachable from CI.',
      resolution:
        'the human said: Do not add p-retry. The build breaks because the registry is not reachable from CI.',
    },
    {
      attempt: 'npm publish',
      more: 1,
      error: 'rejected by the human',
      cause: null,
      resolution: 'the human said: We release from CI only',
    },
  ])
})

test('An edit that was refused without a word counts when it is not proposed again', async () => {
  const found = await failuresOf([
    edited('src/client.ts', { status: 'rejected' }),
    edited('src/retry.ts', { status: 'rejected' }),
    edited('src/other.ts'),
    edited('README.md', { status: 'rejected' }),
    edited('README.md'),
  ])
  assert.deepEqual(found, [
    {
      attempt: 'edit of src/client.ts',
      more: 1,
      error: 'rejected by the human',
      cause: null,
      resolution: null,
    },
  ])
})

test('An interruption is a failure when the next prompt corrects', async () => {
  const found = await failuresOf([
    ran('npm install p-retry'),
    interruption,
    prompt("Don't add dependencies, the pattern is in src/delay.ts"),
    ran('npm run lint'),
    interruption,
    prompt('continue'),
    ran('npm run lint'),
    interruption,
    prompt('Tell me about the settings file'),
  ])
  assert.deepEqual(found, [
    {
      attempt: 'npm install p-retry',
      error: 'stopped by the human',
      cause: null,
      resolution: "the human said: Don't add dependencies, the pattern is in src/delay.ts",
    },
  ])
})

test('What was rewound is an attempt that was taken back', async () => {
  const found = await failuresOf([
    prompt('Rewrite the client with p-retry'),
    edited('src/client.ts'),
    prompt('Also the tests'),
    edited('src/retry.ts'),
    rewind(2),
    prompt('Wrap the client instead'),
  ])
  assert.deepEqual(found, [
    {
      attempt: 'Rewrite the client with p-retry',
      error: 'taken back by the human with 1 more',
      cause: null,
      resolution: 'the human asked instead: Wrap the client instead',
    },
  ])
})

test('Of two rewinds each tells what it took back', async () => {
  const found = await failuresOf([
    prompt('Draft one'),
    rewind(1),
    prompt('Draft two'),
    prompt('Longer'),
    rewind(2),
    prompt('Draft three'),
  ])
  assert.deepEqual(
    found.map(({ attempt, error }) => [attempt, error]),
    [
      ['Draft one', 'taken back by the human'],
      ['Draft two', 'taken back by the human with 1 more'],
    ],
  )
})

test('A cause is taken only where it is stated, and not where it is guessed or a plan', async () => {
  const causeOf = async (said: string) =>
    (await failuresOf([ran('npm test', { output: broken }), answer(said), edited('src/retry.ts')]))[0]?.cause
  assert.equal(
    await causeOf('Hm. **The issue is** that `retry` is not exported.\n\nFixing.'),
    'The issue is that `retry` is not exported.',
  )
  assert.equal(
    await causeOf('- It fails since the clock is mocked twice.'),
    'It fails since the clock is mocked twice.',
  )
  assert.equal(await causeOf('The root cause was a stale build.'), 'The root cause was a stale build.')
  assert.equal(await causeOf('This is probably because the cache is stale.'), null)
  assert.equal(await causeOf("I'll use jitter because fixed delays are wrong."), null)
  assert.equal(await causeOf('Is it failing because of the clock?'), null)
  assert.equal(await causeOf('The issue is:'), null)
  assert.equal(await causeOf('Now the tests.'), null)
  const [asked] = await failuresOf([
    ran('npm test', { output: broken }),
    answer('A test fails.'),
    prompt('It fails because client.retry does not exist. Read src/client.ts first.'),
    edited('src/retry.ts'),
    ran('npm test'),
  ])
  assert.equal(asked?.cause, 'It fails because client.retry does not exist.')
})

test('The same failure in two sessions is one; its resolution is where it was found', async () => {
  const events = [prompt('Add retries'), ran('npm test', { output: broken }), edited('src/retry.ts')]
  const later = [...events, ran('npm test')]
  const found = await reduce([
    buildSession(events),
    buildSession(later, { id: 'b', startedAt: '2026-09-02T10:00:00.000Z' }),
  ])
  assert.deepEqual(found, [
    {
      attempt: 'npm test',
      times: 2,
      error: 'TypeError: client.retry is not a function',
      cause: null,
      resolution: 'passed after changes to src/retry.ts',
    },
  ])
})

test('Of many failures the costliest are kept, in the order of time', async () => {
  const events = Array.from({ length: 30 }, (_, index) => [
    ran(`npm run check:${index}`, { output: `Error: check ${index} failed` }),
    ...(index % 3 === 0 ? [ran(`npm run check:${index}`, { output: `Error: check ${index} failed` })] : []),
  ]).flat()
  const found = await failuresOf(events)
  assert.equal(found.length, 12)
  assert.deepEqual(
    found.filter(({ times }) => times === 2).map(({ attempt }) => attempt),
    Array.from({ length: 10 }, (_, index) => `npm run check:${index * 3}`),
  )
  assert.equal((await failuresOf(events, true)).length, 40)
})

test('Failures of other work in the session are left out', async () => {
  const session = buildSession([
    prompt('Fix the login page'),
    edited('src/login.ts'),
    ran('npm test', { output: 'Error: login' }),
    prompt('Add retries'),
    edited('src/retry.ts'),
  ])
  assert.deepEqual(await reduce([session]), [])
})

test('Commands of several lines are told by their first, and no part of a secret is left', async () => {
  const secret = `ghp_${'x'.repeat(400)}`
  const found = await failuresOf([
    ran('npm test -- \\\n  --grep retry', { output: broken }),
    ran(`make deploy TOKEN=${secret}`, { output: `error: token ${secret} is not valid` }),
    ran('pytest - <<EOF\nsecret lines\nEOF', {
      output: `\u001b[31mE   assert 1 == 2\u001b[0m\nghp_abcd\n…\nefgh tail`,
    }),
    ran('cargo build', { output: '-----BEGIN PRIVATE KEY-----\nMIIabc\n' }),
  ])
  assert.deepEqual(
    found.map(({ attempt, error }) => [attempt, error]),
    [
      ['npm test -- --grep retry', 'TypeError: client.retry is not a function'],
      ['make deploy …', 'error: token …'],
      ['pytest - <<EOF …', 'E assert 1 == 2'],
      ['cargo build', 'exit code 1'],
    ],
  )
})
