// From an empty repository to a documented pull request that passes: `init`, `draft`, what a human adds, `check`. With
// the built command line, a home of its own and a session that the real Codex CLI recorded.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { findOlderNode } from '../support/find-older-node.ts'
import { answerDraft, makeRecordedHome } from '../support/recorded-home.ts'
import { runCli } from '../support/run-cli.ts'

const strict = join(import.meta.dirname, '../../examples/policy.yml')
const session = '00000000-0000-7000-8000-000000000001'

function makeHome(t: TestContext, node: string) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ai-worklog-new-')))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const made = makeRecordedHome(folder)
  const env = { HOME: made.home, USERPROFILE: made.home }
  return {
    ...made,
    run: (args: string[], cwd = made.repository) => runCli(args, { node, env, cwd }),
  }
}

const older = findOlderNode()
for (const [name, node] of [
  ['this Node', process.execPath],
  ['the oldest Node it promises', older],
] as const) {
  const skip = node === null ? 'there is no Node from 20 to 23 on this machine' : false
  describe(`an empty repository, on ${name}`, { skip }, () => {
    it('has a documented pull request that passes after two commands and a human', async (t) => {
      const { run, work, read, write, git } = makeHome(t, node ?? '')
      assert.deepEqual(await run(['init', '--yes']), {
        exitCode: 0,
        stdout: `Created .github/workflows/ai-worklog.yml
Created .github/ai-worklog.yml
Created .github/pull_request_template.md
Created AGENTS.md

Next: look at them (\`git status\`), then commit and push them.
On a branch, \`ai-worklog draft --update BODY.md\` writes the section for you.
`,
        stderr: '',
      })
      work()
      assert.deepEqual(await run(['draft', '--update', 'BODY.md']), {
        exitCode: 0,
        stdout: '',
        stderr: `Branch total: 1 commit and 1 changed file since main.
1 session behind it:
  ${session}  Codex 0.171.0  2026-01-05 09:00 UTC  2 prompts, 2 interventions
    made 1 commit; edited 1 file (shop.py); ran here, at the time of its commits

BODY.md is made from .github/pull_request_template.md: 4 items added.
Next: read it, correct it and say why, then open the pull request, or change the one that is open:
  ai-worklog check BODY.md
  gh pr create -t "<title>" -F BODY.md
  gh pr edit -F BODY.md
`,
      })
      const before = await run(['check', '--mode', 'enforce', 'BODY.md'])
      assert.equal(before.exitCode, 1)
      assert.match(before.stdout, /`Manual corrections` still holds only the text of the template/)
      assert.match(before.stdout, /`Human review` still holds only the text of the template/)

      const answered = answerDraft(read('BODY.md'))
      write('BODY.md', answered)
      for (const policy of [[], ['--policy', strict]]) {
        const { exitCode, stdout } = await run(['check', '--mode', 'enforce', ...policy, 'BODY.md'])
        assert.equal(exitCode, 0, stdout)
        assert.match(stdout, /✅/)
      }
      await run(['draft', '--update', 'BODY.md'])
      assert.equal(read('BODY.md'), answered)
      assert.equal(git('status', '--porcelain'), '?? BODY.md\n')
    })

    it('says what to do where there is nothing yet', async (t) => {
      const { run, home, repository } = makeHome(t, node ?? '')
      const none = await run(['draft', '--update', 'BODY.md'])
      assert.equal(none.exitCode, 1)
      assert.match(none.stderr, /Nothing to go by: there are no commits and no files of a branch here\. /)
      const outside = await run(['init', '--yes'], home)
      assert.equal(outside.exitCode, 2)
      assert.match(outside.stderr, /Run `git init` first, or run it inside a clone\.\n$/)
      assert.deepEqual(await run(['check', 'BODY.md']), {
        exitCode: 2,
        stdout: '',
        stderr: 'ai-worklog: Cannot read `BODY.md`: there is no such file\n',
      })
      mkdirSync(join(repository, 'deep'))
      assert.equal((await run(['init', '--yes'], join(repository, 'deep'))).exitCode, 0)
      assert.equal((await run(['init', '--check'])).exitCode, 0)
    })

    it('is as plain in a pipe as it is readable', async (t) => {
      const { run, work } = makeHome(t, node ?? '')
      work()
      for (const args of [['draft'], ['draft', '--list'], ['init', '--dry-run'], ['draft', '--help']]) {
        const { exitCode, stdout, stderr } = await run(args)
        assert.equal(exitCode, 0, args.join(' '))
        assert.ok(!`${stdout}${stderr}`.includes('\u001B'), args.join(' '))
      }
    })
  })
}
