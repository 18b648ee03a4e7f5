// Every workflow we show or run: our inputs and outputs exist, other actions are pinned, nothing of an output
// or an event gets into a script, and no job may do more than it needs.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { docBlocks, docFiles } from '../support/doc-blocks.ts'
import { parseSteps, parseWorkflow, readAction, type Step } from '../support/workflow.ts'

const root = new URL('../../', import.meta.url)
const action = readAction()
const datasetAction = readAction('dataset/action.yml')

interface Shown {
  name: string
  text: string
}

const files = ['.github/workflows', 'examples/workflows'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root)).map(
    (file): Shown => ({
      name: `${folder}/${file}`,
      text: readFileSync(new URL(`${folder}/${file}`, root), 'utf8'),
    }),
  ),
)
const yaml = docBlocks
  .filter(({ language, isInvalid }) => language === 'yaml' && !isInvalid)
  .map((block) => ({ name: `${block.file}:${block.line}`, text: block.text, value: readYaml(block.text) }))
const workflows = [...files, ...yaml.filter(({ value }) => isObject(value) && 'jobs' in value)]
const snippets = yaml.filter(({ value }) => Array.isArray(value))

const usualTypes = ['opened', 'edited', 'reopened', 'synchronize']
const exemptingTypes = ['labeled', 'unlabeled', 'ready_for_review', 'converted_to_draft']

describe('workflows', () => {
  it('are found', () => {
    assert.ok(files.length >= 12)
    assert.ok(workflows.length > files.length + 8)
    assert.ok(snippets.length >= 1)
  })

  for (const { name, text } of workflows) {
    it(name, () => {
      for (const { permissions, steps } of Object.values(parseWorkflow(text).jobs)) {
        const wanted = Object.entries(permissions).map(([scope, access]) => `${scope}: ${access}`)
        const writes = steps.some((step) => isOurStep(step) && step.with?.comment === true)
        const allowed = [
          'contents: read',
          `pull-requests: ${writes ? 'write' : 'read'}`,
          ...(steps.some(isDatasetStep) ? ['actions: read'] : []),
          ...(steps.some(isAgentStep) ? ['contents: write', 'pull-requests: write', 'id-token: write'] : []),
        ]
        for (const each of wanted) assert.ok(allowed.includes(each), each)
        checkSteps(steps, text)
      }
    })
  }

  for (const { name, text } of snippets) {
    it(name, () => checkSteps(parseSteps(text), text))
  }

  it('that show our step run again when the description is edited', () => {
    for (const { name, text } of workflows) {
      const { on, jobs } = parseWorkflow(text)
      const isOurs = Object.values(jobs).some(({ steps }) => steps.some(isOurStep))
      const event = on.pull_request ?? on.pull_request_target
      if (!isOurs || !event || isFinal(text)) continue
      // What exempts by label or draft needs more, all of them or none.
      const isUsual = !JSON.stringify(event.types).includes('labeled')
      assert.deepEqual(event.types, isUsual ? usualTypes : [...usualTypes, ...exemptingTypes], name)
    }
  })

  it('that run when a pull request is closed are nothing that a merge requires', () => {
    const found = workflows.filter(({ text }) => isFinal(text))
    assert.equal(found.length, 2)
    for (const { name, text } of found) {
      for (const job of Object.values(parseWorkflow(text).jobs))
        assert.equal(job.name, 'AI worklog record', name)
    }
  })

  it('that run on `pull_request_target` check nothing out', () => {
    const found = workflows.filter(({ text }) => 'pull_request_target' in parseWorkflow(text).on)
    assert.equal(found.length, 6)
    for (const { name, text } of found) {
      const steps = Object.values(parseWorkflow(text).jobs).flatMap((job) => job.steps)
      assert.deepEqual(
        steps.map(({ uses, run }) => uses ?? run),
        ['ai-worklog/ai-worklog@v1'],
        name,
      )
    }
  })

  it('that check out leave no credentials behind', () => {
    const steps = files.flatMap(({ text }) =>
      Object.values(parseWorkflow(text).jobs).flatMap((job) => job.steps),
    )
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    assert.ok(checkouts.length >= 4)
    for (const step of checkouts) assert.equal(step.with?.['persist-credentials'], false)
  })
})

describe('examples/workflows', () => {
  it('are all shown in the docs', () => {
    const docs = docFiles.map((path) => readFileSync(new URL(path, root), 'utf8')).join('\n')
    for (const file of readdirSync(new URL('examples/workflows/', root))) {
      assert.ok(docs.includes(`<!-- generated:workflow-${file.replace(/\.yml$/, '')} -->`), file)
    }
  })

  it('begin the README in at most 15 lines, near its top', () => {
    const [first] = docBlocks.filter(({ file }) => file === 'README.md')
    assert.equal(first?.text, readFileSync(new URL('examples/workflows/warn.yml', root), 'utf8').trimEnd())
    assert.ok(first.text.split('\n').length <= 15)
    const readme = readFileSync(new URL('README.md', root), 'utf8').split('\n')
    assert.ok(readme.findIndex((line) => line.includes('uses:')) < 25)
  })
})

/** For the final record only. */
function isFinal(text: string): boolean {
  const { on } = parseWorkflow(text)
  const types: unknown = (on.pull_request ?? on.pull_request_target)?.types
  return Array.isArray(types) && types.includes('closed')
}

function isOurStep({ uses }: Step): boolean {
  return uses === './' || uses?.startsWith('ai-worklog/ai-worklog@') === true
}

function isDatasetStep({ uses }: Step): boolean {
  return uses === './dataset' || uses?.startsWith('ai-worklog/ai-worklog/dataset@') === true
}

/** Commits and comments as its own account. */
function isAgentStep({ uses }: Step): boolean {
  return uses?.startsWith('anthropics/claude-code-action@') === true
}

function checkSteps(steps: readonly Step[], text: string): void {
  for (const step of steps) {
    const { uses, run } = step
    if (run !== undefined) assert.doesNotMatch(run, /\$\{\{/, 'an expression in a script')
    if (uses === undefined) continue
    const ours = isOurStep(step) ? action : isDatasetStep(step) ? datasetAction : null
    if (ours === null) {
      assert.match(uses, /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/)
      assert.match(text, new RegExp(`${uses} # v\\d`), 'the version stands behind the SHA')
      continue
    }
    for (const input of Object.keys(step.with ?? {})) assert.ok(input in ours.inputs, input)
    for (const [, output = ''] of text.matchAll(
      new RegExp(`steps\\.${step.id}\\.outputs\\.([\\w-]+)`, 'g'),
    )) {
      assert.ok(output in ours.outputs, output)
    }
  }
}

function readYaml(text: string): unknown {
  return parse(text)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
