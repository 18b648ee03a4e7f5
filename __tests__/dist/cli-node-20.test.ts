// The command line promises Node 20. The tests run on a newer one, so this looks for an older one on the machine.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, it } from 'node:test'
import { documentedBody } from '../support/examples.ts'
import { runCli } from '../support/run-cli.ts'

/** The first Node from 20 to 23 on PATH, npm's own folders left out; null when there is none. */
function findOlderNode(): string | null {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    if (folder.includes('node_modules') || !existsSync(path)) continue
    const major = Number(/^v(\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[1])
    if (major >= 20 && major < 24) return path
  }
  return null
}

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
