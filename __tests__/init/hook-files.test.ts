// The hooks that are files of their own, run as Cline and opencode run them, with `npx` as a script.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createHookText, hookFiles } from '../../src/init/hooks/hook-files.ts'
import { runCli } from '../support/run-cli.ts'

const bare = 'gh pr create --title x --body y'
let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-worklog-hook-files-'))
})
after(() => rmSync(folder, { recursive: true }))

/** The `PATH` with `npx` as `script`; as it is without. */
function createEnv(script?: string): Record<string, string> {
  const bin = mkdtempSync(join(folder, 'bin-'))
  if (script !== undefined) writeFileSync(join(bin, 'npx'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return { HOME: folder, npm_config_cache: join(folder, 'npm'), PATH: `${bin}:${process.env.PATH}` }
}

function writeHook(id: string, name: string): string {
  const hook = hookFiles.find((one) => one.id === id) ?? assert.fail()
  const path = join(folder, name)
  writeFileSync(path, createHookText(hook))
  return path
}

const skip = process.platform === 'win32' ? 'the script that stands for npx is for a POSIX shell' : false

describe('the script for Cline', { skip }, () => {
  const run = (command: string, script?: string) =>
    runCli([writeHook('cline', 'PreToolUse')], {
      node: '/bin/sh',
      program: '-e',
      cwd: folder,
      stdin: JSON.stringify({ tool_call: { name: 'run_commands', input: { commands: [command] } } }),
      env: createEnv(script),
    })
  const passed = { exitCode: 0, stdout: '{"cancel":false}\n', stderr: '' }

  it('lets other commands pass without starting Node', async () => {
    assert.deepEqual(await run('npm test', 'echo started'), passed)
  })

  it('hands back what the hook says', async () => {
    const { stdout } = await run(bare, 'cat >/dev/null; echo "$@"')
    assert.equal(stdout, '--no-install --offline ai-worklog hook cline\n')
  })

  it('lets everything pass when ai-worklog is not installed or fails', async () => {
    assert.deepEqual(await run(bare), passed)
    assert.deepEqual(await run(bare, 'echo broken >&2; exit 3'), passed)
  })
})

describe('the plugin for opencode', { skip }, () => {
  const code = `
    const { AiWorklog } = await import('file://' + process.argv[1])
    const hooks = await AiWorklog({ directory: '/work' })
    const before = hooks['tool.execute.before']
    const call = { tool: 'bash', sessionID: 'ses_1', callID: 'a' }
    await before(call, { args: JSON.parse(process.argv[2]) }).then(
      () => console.log('runs'),
      (error) => console.log(error.message),
    )`
  const run = (args: unknown, script?: string) =>
    runCli([JSON.stringify(args)], {
      nodeOptions: ['--input-type=module', '--eval', code],
      program: writeHook('opencode', 'ai-worklog.mjs'),
      // In this repository npx would find the program that is tested.
      cwd: folder,
      env: createEnv(script),
    })
  const passed = { exitCode: 0, stdout: 'runs\n', stderr: '' }
  const echo = `node -e 'let s="";process.stdin.on("data",d=>s+=d).on("end",()=>console.log(JSON.stringify({reason:s})))'`

  it('lets other tools and commands pass', async () => {
    for (const args of [{ command: 'npm test' }, { filePath: '/a', content: bare }, { command: 3 }, null])
      assert.deepEqual(await run(args, echo), passed)
  })

  it('asks with the session and the folder, and throws the reason', async () => {
    const { stdout } = await run({ command: bare, workdir: 'app' }, echo)
    assert.deepEqual(JSON.parse(stdout), {
      session_id: 'ses_1',
      cwd: '/work/app',
      tool_input: { command: bare },
    })
  })

  it('lets everything pass when ai-worklog is not installed, fails or allows it', async () => {
    assert.deepEqual(await run({ command: bare }), passed)
    for (const script of ['exit 1', 'echo broken', 'cat >/dev/null', 'cat >/dev/null; echo "{}"'])
      assert.deepEqual(await run({ command: bare }, script), passed, script)
  })
})
