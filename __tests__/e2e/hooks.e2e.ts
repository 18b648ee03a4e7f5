// The hooks in the agents themselves, from npm: what is refused never reaches `gh`, and the model that does as the
// reason says comes through. The model is a script on this machine.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { claudeCode } from '../support/agents/claude-code.ts'
import { codexCli } from '../support/agents/codex-cli.ts'
import { copilotCli } from '../support/agents/copilot-cli.ts'
import { geminiCli } from '../support/agents/gemini-cli.ts'
import { makeHookWorld } from '../support/hook-world.ts'

const prompt = 'Open the pull request'
const bare = 'gh pr create --title x --body y'
const reason = 'The description of this pull request does not say how AI was used'

let folder = ''
let tarball = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-worklog-packed-'))
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]
  const cwd = fileURLToPath(new URL('../../', import.meta.url))
  tarball = join(folder, execFileSync('npm', args, { cwd, encoding: 'utf8' }).trim())
})
after(() => rmSync(folder, { recursive: true }))

for (const agent of [claudeCode, codexCli, geminiCli, copilotCli]) {
  describe(`${agent.package} ${agent.version}`, () => {
    it('refuses a bare pull request, and takes the one that was drafted as the reason says', async (t) => {
      const { folder, requests, readCalls, run } = await makeHookWorld(t, agent, tarball)
      const body = join(folder, 'BODY.md')
      const draft = (request: string) => {
        const [said = ''] = /npx ai-worklog draft --session \S+ --update \/tmp\/BODY\.md/.exec(request) ?? []
        return said.replace('/tmp/BODY.md', body)
      }
      const documented = `gh pr create --title x --body-file ${body}`
      await run(prompt, ['printf %s-%s passed on', 'gh pr view 7', bare, draft, documented])
      assert.deepEqual(readCalls(), ['pr view 7', documented.slice(3)])
      const asked = requests.map((request) => JSON.stringify(request))
      assert.deepEqual(
        asked.map((request) => request.includes('passed-on')),
        [false, true, true, true, true, true],
      )
      assert.deepEqual(
        asked.map((request) => request.includes(reason)),
        [false, false, false, true, true, true],
      )
      const drafted = readFileSync(body, 'utf8')
      assert.match(drafted, new RegExp(`^## AI worklog$[^]*^ {3}> ${prompt}$`, 'm'))
      assert.ok(!drafted.includes(bare), 'the refusal is told as a failed attempt')
    })

    it('runs every command where ai-worklog is not installed', async (t) => {
      const { requests, readCalls, run } = await makeHookWorld(t, agent, null)
      await run(prompt, [bare])
      assert.deepEqual(readCalls(), [bare.slice(3)])
      assert.equal(requests.length, 2)
      assert.ok(!JSON.stringify(requests).includes(reason))
    })
  })
}
