// The command line promises Node 20, and the tests run on a newer one.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentedBody } from '../support/examples.ts'
import { findOlderNode } from '../support/find-older-node.ts'
import { runCli } from '../support/run-cli.ts'

const node = findOlderNode()
const skip = node === null ? 'there is no Node from 20 to 23 on this machine' : false

describe('the command line on the oldest Node it promises', { skip }, () => {
  for (const { args, stdin } of [
    { args: ['check', 'examples/pull-request.md'], stdin: '' },
    { args: ['check', '--mode', 'enforce', '--format', 'github', 'examples/undocumented.md'], stdin: '' },
    { args: ['check', '--policy', 'examples/policy.yml', 'examples/small.md'], stdin: '' },
    {
      args: ['extract', '--format', 'jsonl'],
      stdin: `${JSON.stringify({ body: documentedBody })}\n`.repeat(3),
    },
    { args: ['schema', 'policy'], stdin: '' },
    { args: ['check', '--help'], stdin: '' },
    { args: ['check', '--nope'], stdin: '' },
  ]) {
    it(`does the same as on the newest: ${args.join(' ')}`, async () => {
      const older = await runCli(args, { stdin, ...(node === null ? {} : { node }) })
      assert.deepEqual(older, await runCli(args, { stdin }))
      assert.notEqual(older.stdout + older.stderr, '')
    })
  }
})
