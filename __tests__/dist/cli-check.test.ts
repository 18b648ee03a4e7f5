// `ai-worklog check`, as built: what it prints in each format, to the letter, and how it ends.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseRecord, readRecords } from '../support/read-record.ts'
import { runCli } from '../support/run-cli.ts'

const denied = '## AI worklog\n\nNone\n'
const brief = '### Tools\n\n- Cursor\n\n### Prompts\n\n> Fix it.\n\nMade-with: Cursor\n'

describe('check', () => {
  it('prints what it found as text', async () => {
    assert.deepEqual(await runCli(['check', '-'], { stdin: denied }), {
      exitCode: 0,
      stdout: 'standard input\n✅ AI worklog: no AI used. The author states that no AI was used.\n',
      stderr: '',
    })
  })

  it('reads standard input without a file, and nothing there is a body that says nothing', async () => {
    assert.deepEqual(await runCli(['check']), {
      exitCode: 0,
      stdout:
        'standard input\n✅ AI worklog: nothing said about AI, nothing asked. The description does not say whether AI was used.\n',
      stderr: '',
    })
  })

  it('says for each finding what was expected, and what to paste', async () => {
    const { stdout, exitCode } = await runCli(['check', 'examples/undocumented.md'])
    assert.equal(exitCode, 0)
    assert.equal(
      stdout.slice(0, stdout.indexOf('### Failed')),
      `examples/undocumented.md
⚠️ AI worklog: 4 things to look at. AI was used: Claude Code (as a trailer, footer or bot author shows). 1 of 6 sections are documented.
  tools
    - Claude Code
  error  \`Prompts\` is missing  required-section
      expected: The prompts in order: the first, then each refinement; quote them word for word
  error  \`Failed attempts\` is missing  required-section
      expected: What the AI got wrong: the error, its cause, and what changed; or \`None\`
  error  \`Manual corrections\` is missing  required-section
      expected: What you changed by hand in the AI’s output, and why; or \`None\`
  error  \`Human review\` is missing  required-section
      expected: Who read the result, and how it was verified

To paste into the description and fill in (“None” is an answer):

### Prompts

1. > <!-- the first prompt, word for word -->
2. > <!-- a refinement -->

`,
    )
  })

  it('names each of several files, a blank line between them', async () => {
    const { stdout } = await runCli(['check', 'examples/pull-request.md', '-'], { stdin: denied })
    const [first = '', second] = stdout.split('\n\n')
    assert.match(first, /^examples\/pull-request\.md\n✅ AI worklog: documented\. /)
    assert.equal(
      second,
      'standard input\n✅ AI worklog: no AI used. The author states that no AI was used.\n',
    )
  })

  it('fails in `enforce` only', async () => {
    for (const [mode, exitCode] of [
      ['observe', 0],
      ['warn', 0],
      ['enforce', 1],
    ] as const) {
      const outcome = await runCli(['check', '--mode', mode, 'examples/undocumented.md'])
      assert.equal(outcome.exitCode, exitCode, mode)
    }
    assert.equal((await runCli(['check', '--mode', 'enforce', 'examples/pull-request.md'])).exitCode, 0)
  })

  it('fails when one of several fails', async () => {
    const files = ['examples/undocumented.md', 'examples/pull-request.md']
    assert.equal((await runCli(['check', '--mode', 'enforce', ...files])).exitCode, 1)
  })

  it('takes the mode and the rules of a policy', async () => {
    const { exitCode, stdout } = await runCli(['check', '--policy', 'examples/policy.yml'])
    assert.equal(exitCode, 1)
    assert.match(stdout, /^standard input\n❌ AI worklog: 1 thing to fix\. /)
  })

  it('lays a second policy over the first', async () => {
    const { exitCode } = await runCli(['check', '--policy', 'examples/policy.yml', '--mode', 'warn'])
    assert.equal(exitCode, 0)
    const files = ['examples/policy-organisation.yml', 'examples/policy.yml']
    const both = await runCli(['check', ...files.flatMap((file) => ['--policy', file])])
    assert.equal(both.exitCode, 1)
  })

  it('prints the record as JSON, one for a file and a list for several', async () => {
    const { stdout } = await runCli(['check', '--format', 'json', '-'], { stdin: denied })
    assert.ok(stdout.endsWith('}\n'))
    const record = parseRecord(stdout)
    assert.equal(record.ai_use, 'none')
    assert.equal(record.policy.result, 'pass')
    assert.equal(record.generated_at, '2026-08-01T09:30:00.000Z')
    const several = await runCli([
      'check',
      '--format',
      'json',
      'examples/small.md',
      'examples/undocumented.md',
    ])
    const list: unknown = JSON.parse(several.stdout)
    assert.ok(Array.isArray(list))
    assert.deepEqual(
      list.map((each) => parseRecord(JSON.stringify(each)).policy.result),
      ['pass', 'warn'],
    )
  })

  it('prints a record a line, in order', async () => {
    const stdin = [denied, brief, null].map((body) => JSON.stringify({ body })).join('\n')
    const { stdout, exitCode } = await runCli(['check', '--format', 'jsonl'], { stdin })
    assert.equal(exitCode, 0)
    assert.deepEqual(
      readRecords(stdout).map(({ ai_use, policy }) => [ai_use, policy.result]),
      [
        ['none', 'pass'],
        ['used', 'warn'],
        ['unknown', 'pass'],
      ],
    )
    const enforced = await runCli(['check', '--format', 'jsonl', '--mode', 'enforce'], { stdin })
    assert.equal(enforced.exitCode, 1)
  })

  it('prints workflow commands, escaped', async () => {
    assert.deepEqual(await runCli(['check', '--format', 'github', 'examples/undocumented.md']), {
      exitCode: 0,
      stdout: `::warning title=ai-worklog%3A required-section::\`Prompts\` is missing%0AThe prompts in order: the first, then each refinement; quote them word for word
::warning title=ai-worklog%3A required-section::\`Failed attempts\` is missing%0AWhat the AI got wrong: the error, its cause, and what changed; or \`None\`
::warning title=ai-worklog%3A required-section::\`Manual corrections\` is missing%0AWhat you changed by hand in the AI’s output, and why; or \`None\`
::warning title=ai-worklog%3A required-section::\`Human review\` is missing%0AWho read the result, and how it was verified
`,
      stderr: '',
    })
    const enforced = await runCli([
      'check',
      '--format',
      'github',
      '--mode',
      'enforce',
      'examples/undocumented.md',
    ])
    assert.match(enforced.stdout, /^::error title=ai-worklog%3A required-section::`Prompts` is missing%0A/)
    assert.deepEqual(await runCli(['check', '--format', 'github', 'examples/pull-request.md']), {
      exitCode: 0,
      stdout: '',
      stderr: '',
    })
  })

  it('takes the branch into account', async () => {
    const args = ['check', '--format', 'json', '--head-ref', 'claude/fix-it', '-']
    const record = parseRecord((await runCli(args, { stdin: 'Fixes it.' })).stdout)
    assert.equal(record.source.head_ref, 'claude/fix-it')
    assert.equal(record.ai_use, 'unknown')
    assert.deepEqual(
      record.signals.map(({ kind, tool_id }) => [kind, tool_id]),
      [['branch', 'claude-code']],
    )
  })

  it('prints no escape codes of the body', async () => {
    const stdin = '## AI worklog\n\n### Failed attempts\n\n- \u001B[31mred\u001B[0m \u202Eevil\n'
    const { stdout } = await runCli(['check'], { stdin })
    assert.ok(stdout.includes('- red evil\n'), stdout)
  })

  it('colours nothing that is no terminal', async () => {
    for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '3' }]) {
      const { stdout } = await runCli(['check', 'examples/undocumented.md'], { env })
      assert.ok(!stdout.includes('\u001B'))
    }
  })
})
