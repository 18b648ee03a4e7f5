import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noGit } from '../../../src/capture/branch/create-git.ts'
import { reduceSessions } from '../../../src/capture/reduce/reduce-sessions.ts'
import type { Session } from '../../../src/capture/session/session.ts'
import { branchOf } from '../../support/branch-of-test.ts'
import {
  answer,
  buildSession,
  edited,
  interruption,
  prompt,
  ran,
  rewind,
  select,
} from '../../support/session-events.ts'

const branch = branchOf(['src/retry.ts', 'src/client.ts'])

async function promptsOf(sessions: readonly Session[], full = false) {
  const draft = await reduceSessions(
    sessions.map((session) => select(session)),
    branch,
    noGit,
    { full },
  )
  return draft.prompts.map(({ kind, text }) => `${kind}: ${text}`)
}

test('The first prompt is initial, the others refine it, in the order of time over all sessions', async () => {
  const later = buildSession([prompt('Honour Retry-After'), edited('src/client.ts')], {
    id: 'b',
    startedAt: '2026-09-02T09:00:00.000Z',
  })
  const first = buildSession([
    prompt('Add retries'),
    edited('src/retry.ts'),
    prompt('Use full jitter'),
    edited('src/retry.ts'),
  ])
  assert.deepEqual(await promptsOf([later, first]), [
    'initial: Add retries',
    'refinement: Use full jitter',
    'refinement: Honour Retry-After',
  ])
})

test('Prompts of sessions side by side stand in the order of time; those without a time stand last', async () => {
  const one = buildSession([
    { ...prompt('Add retries'), at: '2026-09-01T10:00:00.000Z' },
    { ...edited('src/retry.ts'), at: null },
    { ...prompt('Use full jitter'), at: '2026-09-01T12:00:00.000Z' },
    { ...edited('src/retry.ts'), at: '2026-09-01T12:05:00.000Z' },
  ])
  const other = buildSession([prompt('Add a changelog entry'), edited('src/client.ts')], {
    id: 'b',
    startedAt: '2026-09-01T11:00:00.000Z',
  })
  const untimed = buildSession([prompt('Rename the option'), edited('src/client.ts')], {
    id: 'c',
    startedAt: null,
  })
  assert.deepEqual(await promptsOf([untimed, other, one]), [
    'initial: Add retries',
    'refinement: Add a changelog entry',
    'refinement: Use full jitter',
    'refinement: Rename the option',
  ])
})

test('Approvals, errands, commands to the tool and repeats are left out unless everything is wanted', async () => {
  const texts = [
    'Add retries',
    'yes',
    'Ok, go ahead!',
    'continue',
    '👍',
    '/compact',
    '/model opus',
    '!git status',
    'commit and push',
    'Add  retries',
    'no',
    '2',
    'yes, but keep the old name',
    '/fix-issue 214 with full jitter',
    'is it right?',
    'y, session_data_size is fine',
    '/src/retry.ts is wrong',
    '不要改名',
  ]
  const session = buildSession(texts.flatMap((text) => [prompt(text), edited('src/retry.ts')]))
  assert.deepEqual(await promptsOf([session]), [
    'initial: Add retries',
    'refinement: no',
    'refinement: 2',
    'refinement: yes, but keep the old name',
    'refinement: /fix-issue 214 with full jitter',
    'refinement: is it right?',
    'refinement: y, session_data_size is fine',
    'refinement: /src/retry.ts is wrong',
    'refinement: 不要改名',
  ])
  assert.equal((await promptsOf([session], true)).length, texts.length)
})

test('Of a session that serves several branches, the prompts about this one are kept', async () => {
  const session = buildSession([
    prompt('Fix the login page'),
    edited('src/login.ts'),
    ran('git commit -am "Fix login"', { commits: ['abcdef1234'] }),
    prompt('Let us plan retries: read the client first'),
    answer('Here is a plan.'),
    prompt('Only idempotent methods'),
    edited('/work/app/src/retry.ts'),
    prompt('How does the jitter work?'),
    answer('It draws a random delay.'),
    prompt('Make the random source injectable'),
    edited('src/client.ts'),
    prompt('Now update the pricing page'),
    edited('src/pricing.ts'),
  ])
  assert.deepEqual(await promptsOf([session]), [
    'initial: Let us plan retries: read the client first',
    'refinement: Only idempotent methods',
    'refinement: How does the jitter work?',
    'refinement: Make the random source injectable',
  ])
  assert.equal((await promptsOf([session], true)).length, 6)
})

test('Work that was committed elsewhere in between is left out, with what led to it', async () => {
  const committed = (sha: string) => ran('git commit -am x', { commits: [sha] })
  const session = buildSession([
    prompt('Add retries'),
    edited('src/retry.ts'),
    interruption,
    prompt('No, switch to the new page first'),
    edited('src/page.ts'),
    prompt('Publish that page'),
    edited('src/page.ts'),
    committed('abcdef0'),
    prompt('Is the page up?'),
    ran('npm test'),
    prompt('Back to the retries: use jitter'),
    edited('src/retry.ts'),
    prompt('Name the delay'),
    edited('src/other.ts'),
    prompt('Write it down'),
    edited('src/retry.ts'),
  ])
  assert.deepEqual(await promptsOf([session]), [
    'initial: Add retries',
    'refinement: Is the page up?',
    'refinement: Back to the retries: use jitter',
    'refinement: Name the delay',
    'refinement: Write it down',
  ])
  // The prompt behind the stop is of other work, and the next that is kept is none to the stop.
  const { failures } = await reduceSessions([select(session)], branch, noGit, { full: false })
  assert.deepEqual(failures, [])
})

test('What stands before the work on the branch is left out, and keys stay', async () => {
  const session = buildSession([
    prompt('Begin'),
    edited('src/retry.ts'),
    prompt('Add retries'),
    edited('src/retry.ts'),
  ])
  const keysOf = async (from: number) => {
    const { prompts } = await reduceSessions([{ ...select(session), from }], branch, noGit, { full: true })
    return prompts.map(({ key, text }) => [text, key])
  }
  assert.deepEqual(await keysOf(2), (await keysOf(0)).slice(1))
})

test('A commit that was rebased ties its turn to the branch', async () => {
  const session = buildSession([
    prompt('Rework billing'),
    ran('git commit -am billing', { commits: ['abcdef0'] }),
    prompt('Change the delay with sed'),
    ran('sed -i s/1/2/ src/retry.ts && git commit -am delay', { commits: ['1234567'] }),
  ])
  const selected = select(session, ['f'.repeat(40)])
  const made = { ...selected, why: { ...selected.why, made: ['1234567'] } }
  const { prompts } = await reduceSessions([made], branch, noGit, { full: false })
  assert.deepEqual(
    prompts.map(({ text }) => text),
    ['Change the delay with sed'],
  )
})

test('After the last edit, prompts are kept as long as something goes wrong', async () => {
  const session = buildSession([
    prompt('Add retries'),
    edited('src/retry.ts'),
    prompt('Explain it to me'),
    answer('It retries.'),
    prompt('Run all the tests'),
    ran('npm test', { output: 'Error: timeout' }),
    prompt('Write me a summary'),
    answer('Done.'),
  ])
  assert.deepEqual(await promptsOf([session]), [
    'initial: Add retries',
    'refinement: Explain it to me',
    'refinement: Run all the tests',
  ])
})

test('A beginning in the wrong file that the human takes back belongs to the work', async () => {
  const session = buildSession([
    prompt('Add retries'),
    edited('src/old-client.ts'),
    prompt('No, that file is dead. Do it in src/client.ts'),
    edited('src/client.ts'),
  ])
  assert.deepEqual(await promptsOf([session]), [
    'initial: Add retries',
    'refinement: No, that file is dead. Do it in src/client.ts',
  ])
})

test('All prompts are kept of a session whose edits are not known', async () => {
  const session = buildSession(
    [prompt('Add retries'), answer('Done.'), prompt('Use jitter'), answer('Done.')],
    {
      toolId: 'cursor',
      toolName: 'Cursor',
    },
  )
  assert.deepEqual(await promptsOf([session]), ['initial: Add retries', 'refinement: Use jitter'])
})

test('A prompt that was taken back is left out; what came in its place is kept', async () => {
  const session = buildSession([
    prompt('Add retries with p-retry'),
    edited('src/retry.ts'),
    rewind(1),
    prompt('Add retries without a dependency'),
    edited('src/retry.ts'),
  ])
  assert.deepEqual(await promptsOf([session]), ['initial: Add retries without a dependency'])
  assert.equal((await promptsOf([session], true)).length, 2)
})

test('A prompt whose work was committed to the branch stands, whatever became of the conversation', async () => {
  const sha = 'abcdef1234'.repeat(4)
  const session = buildSession([
    prompt('Add retries'),
    edited('src/retry.ts'),
    ran('git commit -am "Add retries"', { commits: ['abcdef1'] }),
    prompt('Explain it'),
    rewind(2),
    prompt('Use jitter'),
    edited('src/retry.ts'),
  ])
  const draft = await reduceSessions([select(session, [sha])], branch, noGit, { full: false })
  assert.deepEqual(
    draft.prompts.map(({ text }) => text),
    ['Add retries', 'Use jitter'],
  )
  assert.deepEqual(
    draft.failures.map(({ attempt, error }) => [attempt, error]),
    [['Explain it', 'taken back by the human']],
  )
})

test('A prompt that was sent too early gives way to its final form', async () => {
  const session = buildSession([
    prompt('Under docs/ there are too many plans, let us get down to one'),
    interruption,
    prompt('Under docs/ there are too many plans, relative to dev keep only the README'),
    edited('src/retry.ts'),
    prompt('Brew works on Linux too'),
    answer('Noted.'),
    prompt('Brew works on Linux too. Say so in the README'),
    edited('src/retry.ts'),
  ])
  assert.deepEqual(await promptsOf([session]), [
    'initial: Under docs/ there are too many plans, relative to dev keep only the README',
    'refinement: Brew works on Linux too. Say so in the README',
  ])
  const draft = await reduceSessions([select(session)], branch, noGit, { full: false })
  assert.deepEqual(draft.failures, [])
})

test('What a resumed session repeats is taken once', async () => {
  const events = [prompt('Add retries'), edited('src/retry.ts')]
  const first = buildSession(events)
  const resumed = buildSession([...events, prompt('Use jitter'), edited('src/retry.ts')], { id: 'resumed' })
  assert.deepEqual(await promptsOf([first, resumed], true), [
    'initial: Add retries',
    'refinement: Use jitter',
  ])
})

test('A long prompt is cut between words, with a note of how much is left out', async () => {
  const log = Array.from({ length: 90 }, (_, line) => `2026-09-01 line ${line} of a log that somebody pasted`)
  const text = ['It fails on CI, look:', ...log, 'Please find out why.'].join('\n')
  const session = buildSession([prompt(text), edited('src/retry.ts')])
  const [only = ''] = await promptsOf([session])
  assert.match(only, /^initial: It fails on CI, look:\n2026-09-01 line 0 of a log/)
  assert.match(only, /\n\n\[… \d,\d{3} characters left out\]\n\n2026-09-01 line 8\d of a log/)
  assert.ok(only.endsWith('\nPlease find out why.'))
  const left = Number(/\[… ([\d,]+) characters/.exec(only)?.[1]?.replace(',', ''))
  const kept = only.slice('initial: '.length).replace(/\n\n\[…[^\]]+\]\n\n/, '')
  assert.equal(kept.length + left, text.length)
  assert.deepEqual(await promptsOf([session], true), [`initial: ${text}`])
})

test('A cut never leaves part of a word or of a quoted value', async () => {
  const secret = `ghp_${'Ab1'.repeat(400)}`
  const words = 'word '.repeat(180)
  const passphrase = `password = "${'correct horse battery staple '.repeat(30)}"`
  for (const hidden of [secret, passphrase]) {
    const session = buildSession([prompt(`${words}${hidden} ${'more '.repeat(100)}`), edited('src/retry.ts')])
    const [only = ''] = await promptsOf([session])
    assert.ok(!only.includes('ghp_') && !only.includes('horse'), only)
    assert.match(only, /characters left out\]$/)
  }
})
