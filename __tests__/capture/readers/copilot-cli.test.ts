import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { copilotCli } from '../../../src/capture/readers/copilot-cli.ts'
import { testFixtures, testSpoiled } from '../../support/transcripts.ts'

await testFixtures(copilotCli)
testSpoiled(copilotCli, 'recorded-edit/615a00ab-861e-44b9-ba55-5219cc65a5d4/events.jsonl')
testSpoiled(copilotCli, 'by-hand/0b6d3c1e-5c2f-4d7a-9d43-2a51f0a7c901.jsonl')

test('copilot-cli looks below its home, wherever that is', () => {
  const machine = { home: '/home/dev', platform: 'linux', roots: [] } as const
  const [root] = copilotCli.roots({ ...machine, env: {} })
  assert.equal(root?.folder, join('/home/dev', '.copilot', 'session-state'))
  assert.deepEqual(
    ['a1/events.jsonl', 'a1.jsonl', 'a1/checkpoints/x.jsonl', 'a1/workspace.yaml'].map((path) =>
      root?.match.test(path),
    ),
    [true, true, false, false],
  )
  const [moved] = copilotCli.roots({ ...machine, env: { COPILOT_HOME: '/srv/copilot' } })
  assert.equal(moved?.folder, join('/srv/copilot', 'session-state'))
})
