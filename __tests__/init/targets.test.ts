// The parts of the set-up in repositories of every shape; taking them out again leaves the tree as it was.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { applyPlan } from '../../src/init/apply-plan.ts'
import { addStamp } from '../../src/init/edit/stamp.ts'
import { makePlan } from '../../src/init/make-plan.ts'
import { type Part, type Plan, parts } from '../../src/init/plan.ts'
import { openRepository } from '../../src/init/repository.ts'
import { createPolicyText } from '../../src/init/texts/policy-text.ts'
import { makeRepository, readTree } from './make-repository.ts'

const workflow = '.github/workflows/ai-worklog.yml'
const policy = '.github/ai-worklog.yml'
const options = { parts, mode: null, force: false, hookAgents: null, isUninstall: false } as const

async function plan(root: string, some: Partial<Parameters<typeof makePlan>[1]> = {}): Promise<Plan> {
  return makePlan(await openRepository(root), { ...options, ...some })
}

const touched = ({ changes }: Plan) => changes.map(({ path }) => path)
const told = ({ notes }: Plan) => notes.map(({ path, kind, text }) => `${kind} ${path}: ${text}`)

/** Sets `root` up and takes it out again; says which files had been written. */
async function roundTrip(
  root: string,
  some: Partial<Parameters<typeof makePlan>[1]> = {},
): Promise<string[]> {
  const before = readTree(root)
  const first = await plan(root, some)
  await applyPlan(root, first)
  assert.deepEqual(touched(await plan(root, some)), [], 'the second time changes nothing')
  await applyPlan(root, await plan(root, { isUninstall: true }))
  assert.deepEqual(readTree(root), before)
  return touched(first)
}

const only = (...some: Part[]) => ({ parts: some })

describe('an empty repository', () => {
  it('gets every part, which go again', async (test) => {
    assert.deepEqual(await roundTrip(makeRepository(test)), [
      '.github/workflows/ai-worklog.yml',
      '.github/ai-worklog.yml',
      '.github/pull_request_template.md',
      'AGENTS.md',
      '.claude/settings.json',
    ])
  })

  for (const mode of ['observe', 'enforce'] as const) {
    it(`gets a policy with the mode ${mode}`, async (test) => {
      const root = makeRepository(test)
      await applyPlan(root, await plan(root, { mode }))
      assert.match(readTree(root)['.github/ai-worklog.yml'] ?? '', new RegExp(`^mode: ${mode}$`, 'm'))
      await applyPlan(root, await plan(root, { isUninstall: true }))
      assert.deepEqual(readTree(root), {})
    })
  }
})

describe('the template', () => {
  for (const path of [
    'pull_request_template.md',
    'PULL_REQUEST_TEMPLATE',
    '.github/PULL_REQUEST_TEMPLATE.md',
    '.github/Pull_Request_Template.txt',
    'docs/pull_request_template.md',
    '.github/PULL_REQUEST_TEMPLATE/feature.md',
  ]) {
    it(`in ${path} gets the section after what it has`, async (test) => {
      const root = makeRepository(test, { [path]: '## What\r\n\r\n## Why' })
      assert.deepEqual(await roundTrip(root, only('template')), [path])
    })
  }

  it('that a link leads to as well gets it once', async (test) => {
    const root = makeRepository(test, { '.github/pull_request_template.md': '# A\n' })
    symlinkSync('.github/pull_request_template.md', join(root, 'PULL_REQUEST_TEMPLATE.md'))
    assert.deepEqual(await roundTrip(root, only('template')), ['.github/pull_request_template.md'])
  })

  it('of which there are many gets it in each', async (test) => {
    const root = makeRepository(test, {
      '.github/PULL_REQUEST_TEMPLATE/a.md': '# A\n',
      '.github/PULL_REQUEST_TEMPLATE/b.md': '# B\n',
      '.github/PULL_REQUEST_TEMPLATE/config.yml': 'a: b\n',
      'docs/pull_request_template.md': '# C\n',
    })
    assert.deepEqual(await roundTrip(root, only('template')), [
      '.github/PULL_REQUEST_TEMPLATE/a.md',
      '.github/PULL_REQUEST_TEMPLATE/b.md',
      'docs/pull_request_template.md',
    ])
  })

  for (const [what, text] of [
    ['a title', '## What\n\n## AI disclosure\n\n'],
    ['boxes', '## Checklist\n\n- [ ] I have run the tests\n- [ ] No AI was used\n'],
  ] as const) {
    it(`that asks about AI with ${what} gets no second question`, async (test) => {
      const root = makeRepository(test, { '.github/pull_request_template.md': text })
      const made = await plan(root, only('template'))
      assert.deepEqual(touched(made), [])
      assert.deepEqual(told(made), [
        'kept .github/pull_request_template.md: already asks about AI, so no second question is added',
      ])
    })
  }

  it('that is not UTF-8 or too large is left alone', async (test) => {
    const root = makeRepository(test, {
      'pull_request_template.md': Buffer.from([0xff, 0xfe, 0x41, 0x00]),
      '.github/pull_request_template.md': Buffer.alloc(1024 * 1024 + 1, 0x61),
    })
    assert.deepEqual(told(await plan(root, only('template'))), [
      'blocked pull_request_template.md: is not UTF-8 text',
      'blocked .github/pull_request_template.md: is larger than 1048576 bytes',
    ])
  })
})

describe('the instructions', () => {
  const files = {
    'AGENTS.md': '# Agents\n\nBe good.\n',
    'CLAUDE.md': '# Claude',
    '.claude/CLAUDE.md': '\uFEFF# Also\r\n',
    '.github/copilot-instructions.md': 'Use tabs.\n\n\n',
    'GEMINI.md': '',
    '.cursorrules': 'rules\n',
    '.windsurfrules': 'rules',
    '.clinerules': 'rules\n',
    '.junie/guidelines.md': 'rules\n',
  }

  it('go into every file there is', async (test) => {
    assert.deepEqual(
      (await roundTrip(makeRepository(test, files), only('agents'))).sort(),
      Object.keys(files).sort(),
    )
  })

  it('get files of their own in folders of rules', async (test) => {
    const root = makeRepository(test, {
      '.cursor/rules/style.mdc': '---\nalwaysApply: true\n---\nTabs.\n',
      '.clinerules/style.md': 'Tabs.\n',
      '.windsurf/rules/style.md': 'Tabs.\n',
      '.roo/rules/style.md': 'Tabs.\n',
    })
    assert.deepEqual(await roundTrip(root, only('agents')), [
      '.cursor/rules/ai-worklog.mdc',
      '.windsurf/rules/ai-worklog.md',
      '.clinerules/ai-worklog.md',
      '.roo/rules/ai-worklog.md',
    ])
    await applyPlan(root, await plan(root, only('agents')))
    assert.match(
      readTree(root)['.cursor/rules/ai-worklog.mdc'] ?? '',
      /^---\ndescription: .*\nglobs:\nalwaysApply: true\n---\n\n<!-- ai-worklog:begin agents [0-9a-f]{8} -->\n/,
    )
  })

  it('stand once where a file is a link to another or imports it', async (test) => {
    const root = makeRepository(test, { 'AGENTS.md': '# Agents\n', 'GEMINI.md': 'See @./AGENTS.md.\n' })
    symlinkSync('AGENTS.md', join(root, 'CLAUDE.md'))
    const made = await plan(root, only('agents'))
    assert.deepEqual(touched(made), ['AGENTS.md'])
    assert.deepEqual(told(made), [
      'kept CLAUDE.md: is the same file as AGENTS.md',
      'kept GEMINI.md: imports AGENTS.md, which has the block',
    ])
    await roundTrip(root, only('agents'))
  })

  it('stand also in a file whose agents take an import for text', async (test) => {
    const root = makeRepository(test, { 'AGENTS.md': 'See @CLAUDE.md\n', 'CLAUDE.md': '# Claude\n' })
    assert.deepEqual(await roundTrip(root, only('agents')), ['AGENTS.md', 'CLAUDE.md'])
  })

  it('go with the front matter of an older version', async (test) => {
    const root = makeRepository(test, { '.cursor/rules/style.mdc': 'Tabs.\n' })
    const before = readTree(root)
    await applyPlan(root, await plan(root, only('agents')))
    const file = join(root, '.cursor/rules/ai-worklog.mdc')
    writeFileSync(file, readFileSync(file, 'utf8').replace('globs:\n', ''))
    await applyPlan(root, await plan(root, { ...only('agents'), isUninstall: true }))
    assert.deepEqual(readTree(root), before)
  })

  it('go where the link leads when only the link has the known name', async (test) => {
    const root = makeRepository(test, { 'docs/agents.md': '# Agents\n' })
    symlinkSync('docs/agents.md', join(root, 'AGENTS.md'))
    assert.deepEqual(await roundTrip(root, only('agents')), ['docs/agents.md'])
  })

  for (const [what, break_] of [
    ['without its end', (text: string) => text.replace('<!-- ai-worklog:end agents -->', '')],
    ['without its begin', (text: string) => text.replace(/<!-- ai-worklog:begin .*\n/, '')],
    ['twice', (text: string) => `${text}\nMine\n\n${text}`],
    ['after one without its end', (text: string) => `${text.split('\n')[0]}\n\nMine\n\n${text}`],
  ] as const) {
    it(`are left alone when they stand there ${what}, even by force`, async (test) => {
      const root = makeRepository(test)
      await applyPlan(root, await plan(root, only('agents')))
      const file = join(root, 'AGENTS.md')
      writeFileSync(file, break_(readFileSync(file, 'utf8')))
      for (const isUninstall of [false, true]) {
        const found = await plan(root, { ...only('agents'), isUninstall, force: true })
        assert.deepEqual(touched(found), [])
        assert.deepEqual(told(found), [
          'blocked AGENTS.md: has one of our two marks without the other, or our block twice: remove what is left over, then run `ai-worklog init` again',
        ])
      }
    })
  }

  it('go into the first of files that import each other, and into what an import leads to', async (test) => {
    const circle = makeRepository(test, { 'AGENTS.md': '@CLAUDE.md\n', 'CLAUDE.md': '@AGENTS.md\n' })
    const found = await plan(circle, only('agents'))
    assert.deepEqual(touched(found), ['AGENTS.md'])
    assert.deepEqual(told(found), ['kept CLAUDE.md: imports AGENTS.md, which has the block'])
    await roundTrip(circle, only('agents'))
    const chain = makeRepository(test, {
      'AGENTS.md': '# Agents\n',
      'CLAUDE.md': '@GEMINI.md\n',
      'GEMINI.md': '@AGENTS.md\n',
    })
    assert.deepEqual(await roundTrip(chain, only('agents')), ['AGENTS.md'])
  })

  for (const [what, text] of [
    ['a fence', '# Agents\n\n```sh\nnpm test\n'],
    ['a fence without a last newline', '~~~\nnpm test'],
    ['a comment', '# Agents\n<!-- to do\n'],
    ['an element', '<pre>\nnpm test\n'],
  ] as const) {
    it(`leave a file that ends inside ${what}, which would hide them`, async (test) => {
      const root = makeRepository(test, { 'AGENTS.md': text, 'pull_request_template.md': text })
      const found = await plan(root, only('agents', 'template'))
      const left =
        'leaves a code fence, a comment or an HTML element open, which would hide our block: close it, then run `ai-worklog init` again'
      assert.deepEqual(touched(found), [])
      assert.deepEqual(told(found), [
        `blocked pull_request_template.md: ${left}`,
        `blocked AGENTS.md: ${left}`,
      ])
    })
  }

  it('go into AGENTS.md when CLAUDE.md imports a file that is not there', async (test) => {
    const root = makeRepository(test, { 'CLAUDE.md': '@AGENTS.md\n' })
    assert.deepEqual(await roundTrip(root, only('agents')), ['CLAUDE.md'])
  })
})

describe('the workflow', () => {
  it('of another name that runs the action is enough', async (test) => {
    const root = makeRepository(test, {
      '.github/workflows/broken.yml': 'jobs: [\n',
      '.github/workflows/pr.yaml':
        'on: pull_request\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v5\n      - {uses: "AI-worklog/ai-worklog@abc"}\n',
    })
    const made = await plan(root, only('workflow'))
    assert.deepEqual(touched(made), [])
    assert.deepEqual(told(made), [
      'kept .github/workflows/pr.yaml: already runs the check, so no second workflow is added',
    ])
  })

  it('that only builds datasets or speaks of the action in a comment is not it', async (test) => {
    const root = makeRepository(test, {
      '.github/workflows/a.yml':
        '# uses: ai-worklog/ai-worklog@v1\njobs:\n  a:\n    steps:\n      - uses: ai-worklog/ai-worklog/dataset@v1\n',
    })
    assert.deepEqual(await roundTrip(root, only('workflow')), ['.github/workflows/ai-worklog.yml'])
  })

  it('that has our name and does not run the action is named', async (test) => {
    for (const text of ['name: mine\n', 'jobs: [\n']) {
      const root = makeRepository(test, { [workflow]: text })
      const found = await plan(root, only('workflow'))
      assert.deepEqual(touched(found), [])
      assert.deepEqual(told(found), [
        `blocked ${workflow}: does not run \`ai-worklog/ai-worklog\`, and no other workflow does: add the step to one, or rename this file, then run \`ai-worklog init\` again`,
      ])
    }
  })
})

describe('the policy', () => {
  it('is the one the workflow names', async (test) => {
    const root = makeRepository(test, {
      '.github/workflows/pr.yml':
        'jobs:\n  a:\n    steps:\n      - uses: ai-worklog/ai-worklog@v1\n        with:\n          policy: acme/policies\n',
    })
    const made = await plan(root, only('policy'))
    assert.deepEqual(touched(made), [])
    assert.deepEqual(told(made), ['kept .github/workflows/pr.yml: names a policy, so none is added'])
  })

  it('that the action would not take is named', async (test) => {
    for (const [path, text, message] of [
      ['.github/ai-worklog.yaml', 'mode: warn\n', 'is not read: rename it to `.github/ai-worklog.yml`'],
      [policy, 'mode: strict\n', 'is no valid policy: 1:7: `mode` must be `observe`,'],
    ] as const) {
      const made = await plan(makeRepository(test, { [path]: text }), only('policy'))
      assert.deepEqual(touched(made), [])
      assert.equal(told(made).length, 1)
      assert.ok(told(made)[0]?.startsWith(`blocked ${path}: ${message}`), told(made)[0])
    }
  })
})

describe('a workflow and a policy that `init` made', () => {
  const both = only('workflow', 'policy')
  const edit = (root: string, path: string, change: (text: string) => string) =>
    writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')))
  /** As an older version would have written it. */
  const age = (text: string) => addStamp(`# Older\n${text.slice(0, text.lastIndexOf('\n# ai-worklog:init'))}`)

  for (const [what, newline] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`are brought up to date and removed by a newer version, with ${what}`, async (test) => {
      const root = makeRepository(test)
      await applyPlan(root, await plan(root, both))
      const tree = readTree(root)
      for (const path of [workflow, policy]) {
        edit(root, path, (text) => age(text).replaceAll('\n', newline))
      }
      const newer = await plan(root, both)
      assert.deepEqual(
        newer.changes.map(({ path, after }) => [path, after]),
        [workflow, policy].map((path) => [
          path,
          Buffer.from(tree[path] ?? '', 'latin1')
            .toString()
            .replaceAll('\n', newline),
        ]),
      )
      await applyPlan(root, await plan(root, { ...both, isUninstall: true }))
      assert.deepEqual(readTree(root), {})
    })
  }

  it('keep the mode that was chosen', async (test) => {
    const root = makeRepository(test)
    await applyPlan(root, await plan(root, both))
    edit(root, policy, (text) => age(text).replace('mode: warn', 'mode: enforce'))
    await applyPlan(root, await plan(root, both))
    assert.equal(readFileSync(join(root, policy), 'utf8'), createPolicyText('enforce'))
    await applyPlan(root, await plan(root, { ...both, isUninstall: true }))
    assert.deepEqual(readTree(root), {})
  })

  it('get another mode when one is asked for, unless somebody edited the policy', async (test) => {
    const root = makeRepository(test)
    await applyPlan(root, await plan(root, both))
    await applyPlan(root, await plan(root, { ...both, mode: 'enforce' }))
    assert.equal(readFileSync(join(root, policy), 'utf8'), createPolicyText('enforce'))
    edit(root, policy, (text) => `${text}trailers: {}\n`)
    assert.deepEqual(told(await plan(root, { ...only('policy'), mode: 'observe' })), [
      `blocked ${policy}: is not of \`init\`, or somebody edited it, so its mode stays \`enforce\`: change it there`,
    ])
  })

  it('are the repository’s own once somebody edited them', async (test) => {
    const root = makeRepository(test)
    await applyPlan(root, await plan(root, both))
    edit(root, workflow, (text) => age(text).replace('ubuntu-latest', 'ubuntu-24.04'))
    edit(root, policy, (text) => `${age(text)}trailers: {}\n`)
    const again = await plan(root, both)
    assert.deepEqual(touched(again), [])
    assert.deepEqual(told(again), [`kept ${workflow}: is there already`, `kept ${policy}: is there already`])
    const edited = 'is not of `init`, or somebody edited it, so it is left alone (`--force` removes it)'
    const gone = await plan(root, { ...both, isUninstall: true })
    assert.deepEqual(touched(gone), [])
    assert.deepEqual(told(gone), [`left ${workflow}: ${edited}`, `left ${policy}: ${edited}`])
    const forced = await plan(root, { ...both, isUninstall: true, force: true })
    assert.deepEqual(touched(forced), [workflow, policy])
  })
})

describe('the hooks', () => {
  it('are those of the agents that the repository shows traces of', async (test) => {
    const root = makeRepository(test, {
      'CLAUDE.md': 'x\n',
      '.cursor/rules/a.mdc': 'x\n',
      '.gemini/settings.json': '{\n  // theme\n  "theme": "dark",\n}\n',
      '.codex/config.toml': 'model = "x"\n',
      '.github/copilot-instructions.md': 'x\n',
    })
    assert.deepEqual(await roundTrip(root, only('hooks')), [
      '.claude/settings.json',
      '.codex/hooks.json',
      '.gemini/settings.json',
      '.github/hooks/ai-worklog.json',
      '.cursor/hooks.json',
    ])
  })

  it('are those that are named', async (test) => {
    const root = makeRepository(test)
    const made = await plan(root, { ...only('hooks'), hookAgents: ['cursor'] })
    assert.deepEqual(touched(made), ['.cursor/hooks.json'])
    assert.deepEqual(Object.keys(JSON.parse(made.changes[0]?.after ?? '')), ['version', 'hooks'])
  })

  const files = ['.clinerules/hooks/PreToolUse', '.opencode/plugin/ai-worklog.js'] as const
  const inFiles = { ...only('hooks'), hookAgents: ['cline', 'opencode'] }

  it('of Cline and opencode are files, Cline’s a program', async (test) => {
    const root = makeRepository(test)
    assert.deepEqual(await roundTrip(root, inFiles), files)
    await applyPlan(root, await plan(root, inFiles))
    if (process.platform === 'win32') return
    assert.deepEqual(
      files.map((file) => statSync(join(root, file)).mode & 0o100),
      [0o100, 0],
    )
  })

  it('of Cline are no folder of rules', async (test) => {
    const all = { ...only('agents', 'hooks'), hookAgents: ['cline'] }
    assert.deepEqual(await roundTrip(makeRepository(test), all), ['AGENTS.md', files[0]])
  })

  it('that are somebody’s own are never touched, not by force either', async (test) => {
    const own = { [files[0]]: '#!/bin/sh\nexit 0\n', [files[1]]: 'export const mine = 1\n' }
    const root = makeRepository(test, own)
    const made = await plan(root, { ...inFiles, force: true })
    const left = 'is a hook of your own, so call `ai-worklog hook` from it (see docs/init.md)'
    assert.deepEqual([touched(made), told(made)], [[], files.map((file) => `left ${file}: ${left}`)])
    assert.deepEqual(touched(await plan(root, { isUninstall: true, force: true })), [])
  })

  it('that somebody edited are left, and overwritten or removed when that is asked for', async (test) => {
    const root = makeRepository(test)
    await applyPlan(root, await plan(root, inFiles))
    const file = join(root, files[0])
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('exit 0', 'exit 1'))
    const left = 'somebody edited our hook, so it is left alone (`--force` overwrites or removes it)'
    for (const isUninstall of [false, true]) {
      const made = await plan(root, { ...inFiles, isUninstall })
      assert.ok(told(made).includes(`left ${files[0]}: ${left}`))
    }
    await applyPlan(root, await plan(root, { ...inFiles, force: true }))
    assert.equal(readFileSync(file, 'utf8'), text)
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o100, 0o100)
  })

  it('of an older version are replaced, whatever their line ends', async (test) => {
    const old = addStamp('#!/bin/sh\nexit 0\n').replaceAll('\n', '\r\n')
    const root = makeRepository(test, { [files[0]]: old })
    assert.deepEqual(touched(await plan(root, { ...inFiles, hookAgents: ['cline'] })), [files[0]])
  })

  it('of an older version go with the settings that were made for them', async (test) => {
    const root = makeRepository(test)
    await applyPlan(root, await plan(root, { ...only('hooks'), hookAgents: ['cursor'] }))
    const file = join(root, '.cursor/hooks.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"timeout": 20', '"timeout": 5'))
    await applyPlan(root, await plan(root, { ...only('hooks'), isUninstall: true }))
    assert.deepEqual(readTree(root), {})
  })

  it('do not go into settings that cannot be read', async (test) => {
    const root = makeRepository(test, { '.claude/settings.json': '{"hooks": 1' })
    assert.deepEqual(told(await plan(root, only('hooks'))), [
      'blocked .claude/settings.json: is not the JSON of settings with hooks, so add the hook by hand (see docs/init.md)',
    ])
  })
})

describe('what a formatter laid out anew', () => {
  it('is up to date, and goes again', async (test) => {
    const root = makeRepository(test)
    await applyPlan(root, await plan(root))
    for (const path of ['AGENTS.md', '.github/pull_request_template.md', workflow, policy]) {
      const text = readFileSync(join(root, path), 'utf8')
      writeFileSync(join(root, path), text.replaceAll('\n\n', '\n').replaceAll('\n  ', '\n    '))
    }
    assert.deepEqual(touched(await plan(root)), [])
    assert.ok((await plan(root)).notes.every(({ text }) => text === 'is up to date'))
    await applyPlan(root, await plan(root, { isUninstall: true }))
    assert.deepEqual(readTree(root), {})
  })
})

describe('a block that somebody edited', () => {
  it('is told and left, and overwritten or removed when that is asked for', async (test) => {
    const root = makeRepository(test)
    await applyPlan(root, await plan(root, only('agents')))
    const text = readFileSync(join(root, 'AGENTS.md'), 'utf8')
    writeFileSync(join(root, 'AGENTS.md'), text.replace('Never invent.', 'Invent.'))
    const left =
      'left AGENTS.md: somebody edited our block, so it is left alone (`--force` overwrites or removes it)'
    for (const isUninstall of [false, true]) {
      const made = await plan(root, { ...only('agents'), isUninstall })
      assert.deepEqual([touched(made), told(made)], [[], [left]])
    }
    const mended = await plan(root, { ...only('agents'), force: true })
    assert.equal(mended.changes[0]?.after, text)
    await applyPlan(root, await plan(root, { ...only('agents'), force: true, isUninstall: true }))
    assert.deepEqual(readTree(root), {})
  })
})

describe('links out of the repository', () => {
  function outside(test: TestContext): string {
    const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-outside-'))
    test.after(() => rmSync(folder, { recursive: true }))
    return folder
  }

  it('are not followed, for files and for folders', async (test) => {
    const root = makeRepository(test)
    const other = outside(test)
    writeFileSync(join(other, 'AGENTS.md'), '# Theirs\n')
    mkdirSync(join(other, 'github'))
    symlinkSync(join(other, 'AGENTS.md'), join(root, 'AGENTS.md'))
    symlinkSync(join(other, 'github'), join(root, '.github'))
    const before = readTree(other)
    const made = await plan(root, only('workflow', 'policy', 'template', 'agents'))
    assert.deepEqual(touched(made), [])
    const below = 'lies below a symbolic link out of the repository'
    assert.deepEqual(told(made), [
      `blocked .github/workflows/ai-worklog.yml: ${below}`,
      `blocked .github/ai-worklog.yml: ${below}`,
      `blocked .github/pull_request_template.md: ${below}`,
      'blocked AGENTS.md: is a symbolic link out of the repository',
    ])
    assert.deepEqual(readTree(other), before)
  })

  it('and to nothing or to themselves are told', async (test) => {
    const root = makeRepository(test)
    symlinkSync('nowhere.md', join(root, 'AGENTS.md'))
    symlinkSync('CLAUDE.md', join(root, 'CLAUDE.md'))
    assert.deepEqual(told(await plan(root, only('agents'))), [
      'blocked AGENTS.md: is a symbolic link to nothing',
      'blocked CLAUDE.md: is a symbolic link to itself',
    ])
  })
})
