// What is read of the transcripts that the real Claude Code wrote: `__tests__/fixtures/transcripts/claude-code`.

import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { claudeCode } from '../../../src/capture/readers/claude-code.ts'
import type { Session } from '../../../src/capture/session/session.ts'
import { outline } from './outline.ts'
import { readSession } from './read-sessions.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/transcripts/claude-code', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'claude-code-'))
after(() => rm(folder, { recursive: true }))

const models = new Map([
  ['2.1.197', 'claude-opus-4-8'],
  ['2.1.332', 'claude-opus-5-5'],
])
const firstError = new Map([
  ['2.1.197', 'File has not been read yet. Read it first before writing to it.'],
  ['2.1.332', 'String to replace not found in file.\nString: nine'],
])

for (const [version, model] of models) {
  describe(`claude-code ${version}, recorded`, () => {
    const numbers = '/home/dev/project/numbers.txt'
    const start = [
      'answer: I add the number.',
      `Edit failed ${numbers} | ${firstError.get(version)}`,
      `Edit ok ${numbers}`,
      'Bash failed 3 $ echo checking; echo "2 numbers are missing" >&2; exit 3 | checking\n2 numbers are missing',
      'Bash denied $ echo forbidden | PreToolUse:Bash hook error: [if grep -q forbidden; then echo "Not in this repository." >&2; exit 2; fi]: Not in this repository.',
      'Task ok',
    ]
    const ofSubagent = [
      'Write ok /home/dev/project/names.txt',
      "Bash failed 2 $ ls missing | ls: cannot access 'missing': No such file or directory",
    ]
    const end = [
      'Bash ok $ git add numbers.txt && git commit -m "Count to three" -> ea3ebe3',
      'answer: The file counts to three.',
    ]
    const second = ['prompt: Does it end with a newline?', 'answer: Yes, it does.']

    it('is read with its subagents, resumed or not', async () => {
      const session = await readSession(claudeCode, join(fixtures, version, 'work.jsonl'))
      const prompt = 'prompt: Count to three in numbers.txt'
      assert.deepEqual(outline(session), [prompt, ...start, ...ofSubagent, ...end, ...second])
      assert.equal(session.toolId, 'claude-code')
      assert.equal(session.version, version)
      assert.deepEqual(session.models, [model])
      assert.deepEqual(session.folders, ['/home/dev/project'])
      assert.deepEqual(session.branches, ['count'])
      assert.deepEqual(session.problems, [])
      assert.deepEqual([...session.skipped], [])
      assert.equal(session.startedAt, session.events[0]?.at)
    })

    it('is read from what the program prints', async () => {
      const path = join(fixtures, version, 'work-output.jsonl')
      const session = await readSession(claudeCode, path)
      assert.deepEqual(outline(session), [...start, ...ofSubagent, ...end])
      assert.equal(session.version, version)
      assert.equal(session.models.at(-1), model)
      assert.deepEqual(session.folders, ['/home/dev/project'])
      const lines = (await readFile(path, 'utf8')).trim().split('\n')
      const list = join(folder, `${version}-claude-execution-output.json`)
      const messages: unknown[] = lines.map((line) => JSON.parse(line))
      await writeFile(list, JSON.stringify(messages, null, 2))
      assert.deepEqual(outline(await readSession(claudeCode, list)), outline(session))
      assert.equal((await readSession(claudeCode, list)).id, session.id)
    })

    it('is read from a fork, which repeats the rows with their times', async () => {
      const session = await readSession(claudeCode, join(fixtures, version, 'fork.jsonl'))
      const original = await readSession(claudeCode, join(fixtures, version, 'work.jsonl'))
      const third = ['prompt: Is there another way?', 'answer: In another way it would be longer.']
      const prompt = 'prompt: Count to three in numbers.txt'
      assert.deepEqual(outline(session), [prompt, ...start, ...end, ...second, ...third])
      assert.notEqual(session.id, original.id)
      const times = (of: Session) => of.events.filter((event) => event.kind === 'prompt').map(({ at }) => at)
      assert.deepEqual(times(session).slice(0, 2), times(original))
    })

    it('is read when an editor answers for the human', async () => {
      const session = await readSession(claudeCode, join(fixtures, version, 'editor.jsonl'))
      const refused = 'Letters belong into their own repository'
      // Before, neither the change nor who refused was kept.
      const isTold = version !== '2.1.197'
      assert.deepEqual(outline(session), [
        'prompt: Count on, and write the letters down',
        `Edit ok ${numbers}`,
        ...(isTold ? [`human edit ${numbers}: "two\\nfoor\\n" -> "two\\nfour\\n"`] : []),
        `Write ${isTold ? 'rejected' : 'failed'} /home/dev/project/letters.txt ${isTold ? '<' : '|'} ${refused}`,
        'answer: I leave it at that.',
      ])
    })

    it('is read when a human steers', async () => {
      const session = await readSession(claudeCode, join(fixtures, version, 'steering.jsonl'))
      const gate = '/tmp/recording/gate'
      const wait = (path: string) => `until [ -e ${path} ]; do sleep 0.1; done`
      assert.deepEqual(outline(session), [
        'prompt: Count on in numbers.txt',
        `Edit rejected ${numbers} < Count in pairs`,
        `Edit rejected ${numbers}`,
        'prompt: Then go on with seven',
        `Edit ok ${numbers}`,
        'prompt: Mind the newline',
        `Bash ok $ ${wait(gate)}`,
        'prompt: And mind the order',
        'answer: The others are done.',
        'prompt: Wait once more',
        `Bash interrupted $ ${wait(`${gate}-that-stays-shut`)}`,
        'interruption',
        'prompt: Say four words',
        'answer: Four words.',
        'rewind 1',
        'prompt: Say four other words',
        'answer: Four other words.',
        'rewind 6',
        'prompt: Say the last words',
        'answer: The last words.',
      ])
    })
  })
}
