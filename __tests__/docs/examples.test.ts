// Each file in examples/ does what the documentation says of it.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { readPolicy } from '../../src/core/policy/read-policy.ts'
import { renderTemplate } from '../../src/core/render/render-section-template.ts'
import { parseRecord } from '../support/read-record.ts'
import { runCli } from '../support/run-cli.ts'

const folder = new URL('../../examples/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

describe('examples', () => {
  it('are these, so that none goes untested', () => {
    assert.deepEqual(readdirSync(folder).sort(), [
      'dataset',
      'init',
      'policy-organisation.yml',
      'policy-regulated.yml',
      'policy.yml',
      'pull-request.md',
      'small.md',
      'undocumented.md',
      'workflows',
    ])
  })

  it('pull-request.md passes in `enforce`, also by the strict policy', async () => {
    const { exitCode, stdout } = await runCli(['check', '--mode', 'enforce', 'examples/pull-request.md'])
    assert.equal(exitCode, 0)
    assert.match(stdout, /✅ AI worklog: documented\. .* 6 of 6 sections are documented\.\n/)
    const strict = await runCli(['check', '--policy', 'examples/policy.yml', 'examples/pull-request.md'])
    assert.equal(strict.exitCode, 0)
    assert.doesNotMatch(strict.stdout, /^ {2}(?:error|warning) /m)
  })

  it('small.md passes in `enforce`', async () => {
    const { exitCode } = await runCli(['check', '--mode', 'enforce', 'examples/small.md'])
    assert.equal(exitCode, 0)
  })

  it('undocumented.md warns and names the four sections that are missing', async () => {
    const { exitCode, stdout } = await runCli(['check', '--format', 'json', 'examples/undocumented.md'])
    assert.equal(exitCode, 0)
    const { findings, policy, ai_use, ai_use_basis } = parseRecord(stdout)
    assert.equal(policy.result, 'warn')
    assert.deepEqual([ai_use, ai_use_basis], ['used', 'signal'])
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error').map(({ rule, reason }) => `${rule}: ${reason}`),
      [
        'required-section: `Prompts` is missing',
        'required-section: `Failed attempts` is missing',
        'required-section: `Manual corrections` is missing',
        'required-section: `Human review` is missing',
      ],
    )
  })

  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yml'))) {
    it(`${name} is a right policy`, () => {
      assert.deepEqual(readPolicy([{ file: name, text: read(name) }]).problems, [])
    })
  }

  it('policy.yml may lie over policy-organisation.yml', () => {
    const files = ['policy-organisation.yml', 'policy.yml'].map((file) => ({ file, text: read(file) }))
    const { policy, problems } = readPolicy(files)
    assert.deepEqual(problems, [])
    assert.equal(policy.mode, 'enforce')
  })
})

describe('our pull request template', () => {
  const template = readFileSync(new URL('../.github/PULL_REQUEST_TEMPLATE.md', folder), 'utf8')

  it('has all our sections, and untouched it says nothing', async () => {
    assert.ok(template.includes(renderTemplate().trim()))
    const { exitCode, stdout } = await runCli(['extract'], { stdin: template })
    assert.equal(exitCode, 0)
    const { ai_use, sections, tools, prompts, failures, corrections } = parseRecord(stdout)
    assert.equal(ai_use, 'unknown')
    assert.deepEqual(
      sections.filter(({ state }) => state === 'answered' || state === 'denied'),
      [],
    )
    assert.deepEqual([tools, prompts, failures, corrections], [[], [], [], []])
  })

  it('says that no AI was used when one follows its first comment', async () => {
    const filled = `${template.slice(0, template.indexOf('<!-- If no AI'))}No AI was used\n`
    const { stdout } = await runCli(['extract'], { stdin: filled })
    assert.equal(parseRecord(stdout).ai_use, 'none')
  })
})
