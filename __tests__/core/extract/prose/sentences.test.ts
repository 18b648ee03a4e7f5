// What single sentences tell of AI work, and what they do not.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hasFailedVerb } from '../../../../src/core/extract/prose/has-failed-verb.ts'
import { maskSentence } from '../../../../src/core/extract/prose/mask-sentence.ts'
import { tellsHandwork } from '../../../../src/core/extract/prose/tells-handwork.ts'
import { tellsCorrection, tellsFailure } from '../../../../src/core/extract/prose/tells-lesson.ts'
import { tellsPoorWork } from '../../../../src/core/extract/prose/tells-poor-work.ts'
import { tellsNone, tellsUse } from '../../../../src/core/extract/prose/tells-use.ts'

const mask = (text: string) =>
  maskSentence({ text, start: 0, end: text.length, group: 0, inItem: false }, () => true)
const masked = (text: string) => mask(text).masked

function each(title: string, sentences: readonly string[], check: (text: string) => void): void {
  describe(title, () => {
    for (const sentence of sentences) it(sentence, () => check(sentence))
  })
}

const nouns = [
  'AI',
  'generative AI tools',
  'gen ai',
  'A.I.',
  'AI pair programmer',
  'genai',
  'large language models',
  'language model',
  'an LLM',
  'coding agents',
  'code assistant',
  'chat bots',
  'chatbot',
  'generative tooling',
  'KI-Werkzeuge',
  'IA générative',
  'l’IA',
  'inteligencia artificial',
  'ИИ',
  '人工智能',
  '人工知能',
  '生成AI',
  '大模型',
]

describe('maskSentence', () => {
  const cases: [string, string][] = [
    ['I used Claude Code for it', 'i used § for it'],
    ['An LLM wrote it', '§ wrote it'],
    ['Claude and ChatGPT disagreed', '§ disagreed'],
    ['It’s **bold**', "it's bold"],
    // Every noun gets past the cheap test that stands before their pattern.
    ...nouns.map((noun): [string, string] => [`with ${noun}`, 'with §']),
    ['The main.ai file', 'the main.ai file'],
    ['No such thing', 'no such thing'],
  ]
  for (const [text, expected] of cases) it(text, () => assert.equal(masked(text), expected))
})

each(
  'tells use',
  [
    'I used Claude to write the tests.',
    'We let Codex port the parser.',
    'This PR was written with the help of ChatGPT.',
    'The docs were drafted by an LLM.',
    'Fully AI-generated.',
    'Vibe coded over lunch.',
    'Thanks to Gemini for the idea, but I used Claude for the code.',
    'With the help of Copilot I found the leak.',
  ],
  (text) => assert.equal(tellsUse(masked(text), 'free'), true),
)

each(
  'tells no use',
  [
    'This adds Claude support.',
    'Adds a Claude provider to the settings.',
    'The Codex login screen is now blue.',
    'Did you use AI for this?',
    'If you used AI, please say so.',
    'AI-generated pull requests are not allowed.',
    'Please do not use AI for replies.',
    'I did not use AI for this.',
    'Version numbers are auto-updated by Codex.',
    'Nothing happened here.',
    '',
  ],
  (text) => assert.equal(tellsUse(masked(text), 'free'), false),
)

it('says more where it was asked', () => {
  for (const text of ['Claude Code', 'Used this prompt below', 'Some help with naming']) {
    assert.equal(tellsUse(masked(text), 'disclosure'), true, text)
    assert.equal(tellsUse(masked(text), 'free'), false, text)
  }
})

each(
  'tells none',
  [
    'No AI was used.',
    'No part of this was written by an LLM.',
    'This change was made without AI.',
    'We did not use any AI tools.',
    'Written entirely by hand.',
  ],
  (text) => assert.equal(tellsNone(masked(text), 'free'), true),
)

each(
  'tells no none',
  [
    'No AI was used except for the tests.',
    'No AI was used in the tests.',
    'No AI may be used here.',
    'If no AI was used, write none.',
    'The report was not generated.',
    'There is no AI menu any more.',
    'I used Claude.',
  ],
  (text) => assert.equal(tellsNone(masked(text), 'free'), false),
)

const open = { isAboutAi: false, inDisclosure: false }
const known = { isAboutAi: true, inDisclosure: false }

each(
  'tells a failure',
  [
    'Claude hallucinated a method.',
    'Codex then also forgot the null case.',
    'Copilot added the class but did not update it.',
    "Claude's first draft failed.",
    'ChatGPT proposed really bad code.',
    'Claude (Opus) just gave up.',
    'AI-generated code that was wrong.',
  ],
  (text) => assert.equal(tellsFailure(masked(text), open), 'own'),
)

it('goes on with a failure told before', () => {
  assert.equal(tellsFailure('it kept adding mocks.', known), 'thread')
  assert.equal(tellsFailure('then it broke the build.', known), 'own')
  assert.equal(tellsFailure('the first attempt was wrong.', known), 'thread')
  assert.equal(tellsFailure('the result was useless.', known), 'thread')
  assert.equal(tellsFailure('it kept adding mocks.', open), null)
})

each(
  'tells no failure',
  [
    'Claude did not need any correction.',
    'Claude might have missed something.',
    'If Claude failed, retry.',
    'Claude never failed.',
    'Did Codex miss anything?',
    'Claude fixed the broken cache.',
    'Claude found really bad code in the cache.',
    'No AI broke this.',
    'The build failed.',
    'Claude wrote no bad code.',
    'This adds Claude support.',
  ],
  (text) => assert.equal(tellsFailure(masked(text), open), null),
)

each(
  'tells a correction',
  [
    'I rewrote the loop by hand after Claude.',
    'I had to fix the imports that Claude wrote.',
    'Written by Codex, with some changes from me.',
    'Generated by Claude, then edited by me.',
    'Claude wrote it and I renamed the fields.',
    'Claude wrote it with a few manual edits.',
    'The output of Claude was manually fixed.',
  ],
  (text) => assert.equal(tellsCorrection(masked(text), open), true),
)

each(
  'tells no correction',
  [
    'I reviewed by hand what Claude wrote.',
    'Claude needed no manual changes.',
    'I renamed the fields.',
    'If Claude is wrong, I fix it by hand.',
    'Claude renamed the fields.',
    'This adds Claude support.',
  ],
  (text) => assert.equal(tellsCorrection(masked(text), open), false),
)

it('finds the verbs of failure and handwork themselves', () => {
  assert.equal(hasFailedVerb('§ seemed to be stuck and then failed', 'ai'), true)
  assert.equal(hasFailedVerb('it sort of failed', 'it'), true)
  assert.equal(hasFailedVerb('it worked', 'it'), false)
  assert.equal(tellsHandwork('manually fixed the types', false), true)
  assert.equal(tellsPoorWork('it was useless', true), true)
  assert.equal(tellsPoorWork('it was useless', false), false)
  assert.equal(tellsPoorWork('§ worked', false), false)
})
