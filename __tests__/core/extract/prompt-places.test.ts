// Prompts that stand outside sections: below a line that announces them, in quotation marks, in a conversation.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findTranscript } from '../../../src/core/extract/find-transcript.ts'
import {
  introducesAnswer,
  introducesPrompts,
  isNarrative,
} from '../../../src/core/extract/shapes/prompt-intro.ts'
import { splitReasons, splitTurn } from '../../../src/core/extract/shapes/reasons.ts'
import { extractBody } from '../../support/extract-body.ts'

const promptsOf = (body: string) => extractBody(body).prompts.map(({ text }) => text)

describe('prompts outside sections', () => {
  const cases: [string, string, string[]][] = [
    ['a quote below its line', 'I gave Claude this prompt:\n\n> Add a cache', ['Add a cache']],
    ['a fence below its line', 'My prompt was:\n\n```\nAdd a cache\n```', ['Add a cache']],
    ['details below their line', 'My prompt was:\n\n<details>\n\nAdd a cache\n\n</details>', ['Add a cache']],
    ['several', 'My prompts were:\n\n> one\n\nThen:\n\n> two', ['one', 'two']],
    ['up to an answer', 'I asked Claude:\n\n> Add it\n\nClaude said:\n\n> Done', ['Add it']],
    ['up to narrative', 'My prompt was:\n\nAdd a cache\n\nI then fixed the rest.', ['Add a cache']],
    [
      'a list below',
      'My prompt was:\n\nAdd a cache with\n\n- a limit\n- a test',
      ['Add a cache with\n\n- a limit\n- a test'],
    ],
    ['across a rule', 'My prompt was:\n\n---\n\nAdd a cache', ['Add a cache']],
    ['in quotation marks', 'I used Claude with the prompt: "add a small cache".', ['add a small cache']],
    ['in code', 'I used Claude, the prompt was `add a small cache`', ['add a small cache']],
    [
      'one after another',
      'I used Claude with the prompt "add a small cache". Then "make it smaller again".',
      ['add a small cache', 'make it smaller again'],
    ],
    ['after a model', 'Claude Opus 4.5: "add a small cache now"', ['add a small cache now']],
    ['in an item', '- I used Claude with the prompt: "add a small cache"', ['add a small cache']],
    [
      'in a conversation',
      'I used Claude. The chat:\n\nUser: Add a cache\n\nAssistant: Done\n\nUser: Smaller',
      ['Add a cache', 'Smaller'],
    ],
    ['no bare quote', '> Add a cache\n\nThis adds it.', []],
    ['no prompt of a shell', 'I changed the shell prompt:\n\n```\n$ ls\n```', []],
    ['no words in quotation marks', 'The button says "save and go on".', []],
    ['no placeholder', 'I used Claude with the prompt: "<your prompt here>".', []],
    ['no unannounced labels', 'User: the person\n\nAI: the opponent', []],
  ]
  for (const [name, body, expected] of cases) it(name, () => assert.deepEqual(promptsOf(body), expected))
})

describe('findTranscript', () => {
  it('needs both sides', () => {
    assert.equal(findTranscript('User: a\n', true), null)
    assert.equal(findTranscript('User: a\nUser: b\n', true), null)
    assert.equal(findTranscript('Assistant: a\n', true), null)
    assert.equal(findTranscript('', true), null)
  })

  it('needs a trace or an announcement', () => {
    const text = 'User: Add it\n\nAssistant: Done\n'
    assert.equal(findTranscript(text, false), null)
    assert.equal(findTranscript(`Chat:\n\n${text}`, false)?.prompts[0]?.text, 'Add it')
  })

  it('ends before the trailers, and skips empty turns', () => {
    const found = findTranscript('User:\nAssistant: a\nUser: b\n\nSigned-off-by: M <m@example.com>\n', true)
    assert.deepEqual(
      found?.prompts.map(({ text, kind }) => [text, kind]),
      [['b', 'initial']],
    )
  })
})

it('tells what a line introduces', () => {
  const shown = { isShown: true, follows: false, isAsked: false }
  assert.deepEqual(introducesPrompts('My prompts:', shown), {
    text: 'My prompts:',
    isSeveral: true,
    claims: true,
  })
  assert.equal(introducesPrompts('I asked it:', shown)?.claims, false)
  assert.equal(introducesPrompts('And then:', { ...shown, follows: true })?.isSeveral, true)
  for (const text of [
    '',
    'Claude said:',
    'The password prompt:',
    `my prompt ${'x '.repeat(200)}:`,
    'Then it ran',
  ])
    assert.equal(introducesPrompts(text, shown), null, text.slice(0, 20))
  assert.equal(introducesAnswer('The model replied:'), true)
  assert.equal(introducesAnswer('I replied:'), false)
  assert.equal(isNarrative('Claude fixed it.'), true)
  assert.equal(isNarrative('But I decided to stop.'), true)
  assert.equal(isNarrative('Fix the cache.'), false)
})

it('splits reasons at their marks only', () => {
  const none = { error: null, cause: null, resolution: null }
  assert.deepEqual(splitReasons('It hung.'), none)
  assert.deepEqual(splitReasons('a → b → c'), { error: 'a', cause: 'b', resolution: 'c' })
  assert.deepEqual(splitReasons('a -> b'), { error: 'a', cause: null, resolution: 'b' })
  assert.equal(splitReasons('It hung because of the lock, so I removed it').cause, 'of the lock'.slice(3))
  assert.equal(splitReasons('It hung; fixed by a timeout.').resolution, 'fixed by a timeout')
  assert.equal(splitReasons('Broken since v2').cause, null)
  assert.deepEqual(splitTurn('It was wrong for brackets, so I rewrote it.'), {
    before: 'It was wrong for brackets',
    after: 'I rewrote it',
  })
  assert.equal(splitTurn('It was fine.'), null)
})
