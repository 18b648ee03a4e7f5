// Whether a command may run, in real repositories.

import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { takeDenial } from '../../src/hook/count-denials.ts'
import { lacksWorklog } from '../../src/hook/decide.ts'
import { describeDenial } from '../../src/hook/denial-reason.ts'
import { loadExample } from '../../src/init/texts/load-example.ts'
import { makeRepository } from '../init/make-repository.ts'

const lacks = (cwd: string, command: string) =>
  lacksWorklog({ command, cwd, session: null, transcript: null })
const heredoc = (body: string) => `gh pr create -t x --body "$(cat <<'EOF'\n${body}\nEOF\n)"`

describe('lacksWorklog', () => {
  for (const [body, expected] of [
    ['Fixes the parser.', true],
    ['Fixes the parser.\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)', true],
    ['## AI worklog\n\n### Tools\n\n- <!-- tool version (model) -->\n', true],
    ['## AI worklog\n\n### Tools\n\n- Claude Code 2.1.40: everything\n', false],
    ['## AI worklog\n\nNo AI was used.\n', false],
    ['Fixes it.\n\nAssisted-by: Claude Code\n', false],
    ['## AI worklog\n\n### Failed attempts\n\nNone\n', false],
  ] as const) {
    it(`${expected ? 'stops' : 'passes'} ${JSON.stringify(body.slice(0, 60))}`, async (test) => {
      assert.equal(await lacks(makeRepository(test), heredoc(body)), expected)
    })
  }

  it('reads the file, and passes what it cannot read', async (test) => {
    const root = makeRepository(test, { 'no.md': 'Fixes it.\n', 'yes.md': 'Fixes it.\n\nNo AI was used.\n' })
    mkdirSync(join(root, 'folder.md'))
    assert.equal(await lacks(root, 'gh pr create -F no.md'), true)
    assert.equal(await lacks(root, 'gh pr create -F yes.md'), false)
    for (const file of ['none.md', 'folder.md', '/dev/zero']) {
      assert.equal(await lacks(root, `gh pr create -F ${file}`), false, file)
    }
  })

  it('takes what stands in the template for no answer', async (test) => {
    const template = '## AI disclosure\n\n- such as: Cursor\n'
    const root = makeRepository(test, { '.github/pull_request_template.md': template })
    assert.equal(await lacks(root, heredoc(template)), true)
    assert.equal(await lacks(root, heredoc(`${template}- Cursor 3.2`)), false)
  })

  it('knows the words of the policy', async (test) => {
    const body = '## Automates\n\n- Claude Code 2.1.40\n'
    const plain = makeRepository(test)
    assert.equal(await lacks(plain, heredoc(body)), true)
    const own = makeRepository(test, {
      '.github/ai-worklog.yml': 'vocabulary:\n  headings:\n    tools: [Automates]\n',
    })
    assert.equal(await lacks(own, heredoc(body)), false)
  })

  it('passes the example of our instructions', async (test) => {
    const [, example = ''] = /```markdown\n([\s\S]*?)```/.exec(loadExample('init/agents.md')) ?? []
    assert.equal(await lacks(makeRepository(test), heredoc(example)), false)
  })

  it('works outside of a repository', async () => {
    assert.equal(await lacks(tmpdir(), 'gh pr create -b x'), true)
  })
})

describe('takeDenial', () => {
  function folder(test: TestContext): string {
    const made = mkdtempSync(join(tmpdir(), 'ai-worklog-denials-'))
    test.after(() => rmSync(made, { recursive: true, force: true }))
    return made
  }

  it('gives a session two, and keeps nothing of its name', async (test) => {
    const place = join(folder(test), 'state')
    const given = []
    for (let count = 0; count < 4; count++) given.push(await takeDenial('session', place))
    assert.deepEqual(given, [true, true, false, false])
    assert.equal(await takeDenial('another', place), true)
    for (const name of readdirSync(place)) assert.match(name, /^[0-9a-f]{32}-[12]$/)
  })

  it('gives none where nothing can be remembered', async (test) => {
    const place = folder(test)
    writeFileSync(join(place, 'file'), '')
    assert.equal(await takeDenial('session', join(place, 'file')), false)
    mkdirSync(join(place, 'real'))
    symlinkSync(join(place, 'real'), join(place, 'link'))
    assert.equal(await takeDenial('session', join(place, 'link')), false)
    if (process.getuid?.() === 0) return
    chmodSync(place, 0o500)
    assert.equal(await takeDenial('session', join(place, 'new')), false)
    chmodSync(place, 0o700)
  })
})

describe('describeDenial', () => {
  it('names the command with the transcript', () => {
    assert.match(
      describeDenial('/home/a/.claude/projects/-x/1.jsonl'),
      /^2\. Run: npx ai-worklog draft --session \/home\/a\/\.claude\/projects\/-x\/1\.jsonl --update \/tmp\/BODY\.md$/m,
    )
    assert.match(describeDenial(null), /^2\. Run: npx ai-worklog draft --update \/tmp\/BODY\.md$/m)
  })

  it('quotes the transcript for the shell, and leaves out one that is no plain path', () => {
    assert.match(
      describeDenial("/a b/it's $(x).jsonl"),
      / --session '\/a b\/it'\\''s \$\(x\)\.jsonl' --update /,
    )
    for (const path of ['/a\nb', '/a\u001B[2J', '/\u202Ea', `/${'a'.repeat(2000)}`, '']) {
      assert.match(describeDenial(path), /draft --update/)
    }
  })
})
