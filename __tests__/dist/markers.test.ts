// Every field that comes from outside holds what acts on runners, terminals, pages and people. Nothing that the built
// action and command line put out may let it act.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { assertInert, assertInertJson, assertInertMarkdown } from '../support/assert-inert.ts'
import { createCommit, createPull } from '../support/example-pull-request.ts'
import { runCli } from '../support/run-cli.ts'
import { useServices } from '../support/services.ts'

/** One line that acts, named after its field. */
const onLine = (field: string) =>
  `##[add-mask]${field} %0A::error::${field} \u001b[31m\u009b1m\u202e\u200b\u2028::stop-commands::${field} ` +
  `@octocat octo/repo#12 GH-7 <img src=//e.example/${field}> ![x](//e.example/${field}) [x](//e.example) | \`x\` </details> <!--`
/** The same over lines, each of which would be a command. */
const mark = (field: string) =>
  `${onLine(field)}\n::add-mask::${field}\r\n::set-output name=result::${field}\r::error::${field}\n\ufeff::warning::${field}`

const body = `## AI worklog

### Tools

- Claude Code 2.1 (${onLine('model')})
- ${onLine('tool')}

### Prompts

> ${onLine('prompt')}

### Failed attempts

- **Error:** ${onLine('error')}
  **Cause:** ${onLine('cause')}
  **Fix:** ${onLine('resolution')}

### Manual corrections

- replaced \`${onLine('path').replaceAll('`', '')}\` because ${onLine('reason')}

### Human review

- [x] I reviewed ${onLine('review')}

Fixes #12

${mark('body')}

${'> '.repeat(3)}${mark('quote')}
`
const message = (field: string) =>
  `${onLine(field)} claude\n\n${mark(field)}\n\nCo-authored-by: Claude ${onLine(`${field}-trailer`)} <noreply@anthropic.com>\nAssisted-by: ${onLine('assisted')}`

/** Lines that are commands are ours, and each is whole; all else is inert. */
function assertInertLog(log: string): void {
  const lines = log.split('\n')
  const isOurs = (line: string) =>
    /^::(?:group|endgroup)::/.test(line) || /^::(?:error|warning|notice) title=ai-worklog[^:,]*::/.test(line)
  assertInert(lines.filter((line) => !isOurs(line)).join('\n'))
  for (const line of lines.filter(isOurs)) assertInert(line.replace(/^::/, '').replaceAll('##[', ''))
}

describe('the action', () => {
  const services = useServices({ artifacts: false })
  const policies = [
    `mode: enforce\nrequire:\n  sections: [tools, prompts, review]\nvocabulary:\n  denials: [${JSON.stringify(onLine('word'))}]\n`,
    `mode: ${JSON.stringify(mark('policy-value'))}\n${JSON.stringify(onLine('policy-key'))}: 1\nextends: ${JSON.stringify(onLine('policy-extends'))}\n`,
    `mode: [\n${mark('policy-yaml')}`,
  ]
  for (const [index, policy] of policies.entries()) {
    it(`lets nothing act, with policy ${index + 1}`, async () => {
      const { state } = services.github
      const user = { login: onLine('login'), id: 5, type: 'User' }
      state.pull = createPull({ body, title: mark('title'), user, labels: [{ name: mark('label') }] })
      const head = state.pull.head
      state.pull = { ...state.pull, head: { ...Object(head), ref: `claude/${onLine('branch')}` } }
      const commit = createCommit('ec26c3e57ca3a959ca5aad62de7213c562f8c821', message('commit'))
      const signature = { name: mark('name'), email: onLine('email'), date: '2019-05-15T15:19:25Z' }
      state.commits = [
        { ...commit, commit: { ...Object(commit.commit), author: signature, committer: signature } },
      ]
      state.files = [{ filename: mark('file'), status: 'modified', additions: 1, deletions: 1 }]
      state.templates.set('Codertocat/Hello-World', {
        [`.github/PULL_REQUEST_TEMPLATE/${onLine('template')}.md`]: '> '.repeat(101),
      })
      state.contents.set('Codertocat/Hello-World:.github/ai-worklog.yml', policy)
      const { stdout, stderr, summary, outputs, record } = await services.check()
      // What is planted does come out, as text.
      assert.match(stdout, /octocat/)
      assert.match(summary, /@<!-- -->octocat/)
      assertInertLog(stdout)
      assertInertLog(stderr)
      assertInertMarkdown(summary)
      assert.ok(record)
      assertInertJson(String(record), JSON.parse(String(record)))
      assert.equal(basename(outputs['record-path'] ?? ''), 'ai-worklog-pr-2.json')
      for (const [name, value] of Object.entries(outputs)) {
        if (name !== 'record-path') assert.match(value, /^[a-z0-9,-]*$/, name)
      }
    })
  }
})

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const pullRequest = {
    ...{
      body,
      title: mark('title'),
      author: onLine('author'),
      head_ref: `claude/${onLine('branch')}`,
      number: 1,
    },
    ...{ repository: 'octo/repo', labels: [mark('label')] },
    commits: [{ sha: '1'.repeat(40), message: message('commit'), author: onLine('name') }],
  }
  const policy = file('policy.yml', 'mode: enforce\nrequire:\n  sections: [tools, prompts, review]\n')
  const template = file('template.md', `## AI\n\n${mark('template')}\n`)

  for (const args of [
    ['check', '--format', 'text'],
    ['check', '--explain'],
    ['check', '--format', 'github', '--mode', 'enforce'],
    ['extract', '--format', 'text'],
  ]) {
    it(`lets nothing act: ${args.join(' ')}`, async () => {
      const own = args[0] === 'check' ? ['--policy', policy, '--head-ref', `claude/${onLine('branch')}`] : []
      const { stdout, stderr } = await runCli([...args, ...own, '--template', template, '-'], {
        stdin: args.includes('github')
          ? `I used Claude.\n\n${body.slice(body.indexOf('### Prompts'))}`
          : body,
      })
      assert.notEqual(stdout, '')
      assertInertLog(stdout)
      assertInertLog(stderr)
    })
  }

  for (const command of ['check', 'extract']) {
    it(`gives JSON in which nothing acts: ${command}`, async () => {
      const json = await runCli([command, '--format', 'json', '-'], { stdin: body })
      assertInertJson(json.stdout, JSON.parse(json.stdout))
      const lines = await runCli([command, '--format', 'jsonl', '-'], {
        stdin: `${JSON.stringify(pullRequest)}\n`,
      })
      assertInertJson(lines.stdout, JSON.parse(lines.stdout))
      assert.match(lines.stdout, /#\\u0023\[add-mask\]/)
    })
  }

  it('names what it cannot read harmlessly', async () => {
    const bad = file(
      'bad.yml',
      `mode: ${JSON.stringify(mark('value'))}\n${JSON.stringify(onLine('key'))}: 1\n`,
    )
    for (const [args, stdin] of [
      [['check', '--policy', bad, '-'], body],
      [['check', '--mode', mark('mode')], body],
      [[mark('command')], ''],
      [['check', mark('file')], ''],
      [['extract', '--format', 'jsonl', '-'], `${mark('line')}\n{"body": 1, ${mark('json')}\n`],
    ] as const) {
      const { stdout, stderr, exitCode } = await runCli(args, { stdin })
      assert.equal(exitCode, 2)
      assertInertLog(stdout)
      assertInertLog(stderr)
    }
  })
})
