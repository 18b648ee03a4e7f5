// `ai-worklog hook` as the agents run it.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createExitCodeCommand, createHookCommand } from '../../src/init/hooks/hook-command.ts'
import { runCli } from '../support/run-cli.ts'

const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-worklog-hook-'))
})
after(() => rmSync(folder, { recursive: true }))

const bare = 'gh pr create --title x --body "Fixes it."'
let sessions = 0

/** Runs the hook of `agent` on `input`, its refusals counted in a folder of this test. */
function run(agent: string, input: unknown) {
  const stdin = typeof input === 'string' ? input : JSON.stringify(input)
  return runCli(['hook', agent], { program, cwd: folder, stdin, env: { TMPDIR: folder } })
}

function claudeCall(command: unknown, session = `s${sessions++}`) {
  return {
    session_id: session,
    transcript_path: '/home/a/1.jsonl',
    cwd: folder,
    hook_event_name: 'PreToolUse',
    tool_name: 'Bash',
    tool_input: { command, description: 'Create it' },
  }
}

describe('hook', () => {
  it('refuses in the words of each agent, with what to do', async () => {
    const session = { cwd: folder, session_id: 'words' }
    for (const [agent, input, read] of [
      [
        'claude-code',
        claudeCall(bare),
        (value) => [
          value.hookSpecificOutput.permissionDecision,
          value.hookSpecificOutput.permissionDecisionReason,
        ],
      ],
      [
        'openai-codex',
        { ...claudeCall(['bash', '-lc', bare]), turn_id: '1', model: 'x', tool_use_id: 'y' },
        (value) => [
          value.hookSpecificOutput.permissionDecision,
          value.hookSpecificOutput.permissionDecisionReason,
        ],
      ],
      [
        'gemini-cli',
        { ...session, transcript_path: '/home/a/1.jsonl', tool_input: { command: bare } },
        (value) => [value.decision, value.reason],
      ],
      [
        'copilot-cli',
        {
          timestamp: 1,
          cwd: folder,
          sessionId: 'a',
          toolName: 'bash',
          toolArgs: JSON.stringify({ command: bare }),
        },
        (value) => [value.permissionDecision, value.permissionDecisionReason],
      ],
      [
        'cursor',
        { conversation_id: 'b', command: bare, cwd: folder, workspace_roots: [folder] },
        (value) => [value.permission, value.agent_message],
      ],
      // biome-ignore lint/suspicious/noExplicitAny: each agent reads another shape.
    ] as const satisfies [string, unknown, (value: any) => unknown[]][]) {
      const { exitCode, stdout, stderr } = await run(agent, input)
      assert.deepEqual([exitCode, stderr], [0, ''], agent)
      const [decision, reason] = read(JSON.parse(stdout))
      assert.equal(decision, 'deny')
      assert.match(String(reason), /^2\. Run: npx ai-worklog draft /m)
      assert.equal(stdout.split('\n').length, 2)
    }
  })

  it('lets a command that fails run in place of one of Cline’s, with the reason beside it', async () => {
    const { stdout } = await run('cline', {
      hookName: 'tool_call',
      workspaceRoots: [folder],
      sessionContext: { rootSessionId: '1795722723577_rmuu5' },
      tool_call: { id: 'a', name: 'run_commands', input: { commands: ['npm test', bare] } },
      preToolUse: { toolName: 'run_commands', parameters: { commands: JSON.stringify(['npm test', bare]) } },
    })
    const { contextModification, ...rest } = JSON.parse(stdout)
    assert.deepEqual(rest, {
      cancel: false,
      overrideInput: {
        commands: ['exit 1 # ai-worklog: the description does not say how AI was used yet'],
      },
    })
    assert.match(
      contextModification,
      /^2\. Run: npx ai-worklog draft --session 1795722723577_rmuu5 --update /m,
    )
  })

  it('lets other tools of Cline pass', async () => {
    for (const input of [{ path: '/a', new_text: bare }, { commands: [3, null] }, null, 'x']) {
      const call = { workspaceRoots: 'x', tool_call: { name: 'editor', input } }
      assert.deepEqual(await run('cline', call), { exitCode: 0, stdout: '', stderr: '' })
    }
  })

  it('names the session of Copilot CLI by its id, as no file is given', async () => {
    const { stdout } = await run('copilot-cli', {
      sessionId: '7e221843-ccfa-4561-b307-5ddfdce3e662',
      timestamp: 1795720226010,
      cwd: folder,
      toolName: 'bash',
      toolArgs: { command: bare, description: 'Create it' },
    })
    assert.match(
      JSON.parse(stdout).permissionDecisionReason,
      /^2\. Run: npx ai-worklog draft --session 7e221843-ccfa-4561-b307-5ddfdce3e662 --update /m,
    )
  })

  it('reads the description in the folder that Gemini CLI runs the command in', async () => {
    const below = mkdtempSync(join(folder, 'below-'))
    writeFileSync(join(below, 'BODY.md'), 'Fixes it.')
    const call = (dir_path?: string) => ({
      session_id: below,
      cwd: folder,
      tool_name: 'run_shell_command',
      tool_input: { command: 'gh pr create -F BODY.md', dir_path },
    })
    assert.equal((await run('gemini-cli', call())).stdout, '')
    assert.match((await run('gemini-cli', call(basename(below)))).stdout, /"decision":"deny"/)
  })

  it('refuses by exit code where an agent knows no other way', async () => {
    const { exitCode, stdout, stderr } = await run('windsurf', {
      agent_action_name: 'pre_run_command',
      trajectory_id: 'c',
      tool_info: { command_line: bare, cwd: folder },
    })
    assert.deepEqual([exitCode, stdout], [2, ''])
    assert.match(stderr, /^2\. Run: npx ai-worklog draft --update /m)
  })

  it('refuses twice a session and then no more', async () => {
    const outputs = []
    for (let count = 0; count < 3; count++)
      outputs.push((await run('claude-code', claudeCall(bare, 'same'))).stdout)
    assert.deepEqual(
      outputs.map((output) => output !== ''),
      [true, true, false],
    )
  })

  it('says nothing about other commands and documented descriptions', async () => {
    for (const command of ['npm test', 'gh pr view 3', 'gh pr create -b "No AI was used."', '']) {
      assert.deepEqual(await run('claude-code', claudeCall(command)), { exitCode: 0, stdout: '', stderr: '' })
    }
  })

  it('lets everything pass that it cannot read', async () => {
    for (const input of [
      '',
      'null',
      '[]',
      '{',
      '"gh pr create"',
      { tool_input: null },
      claudeCall(3),
      claudeCall([]),
      claudeCall(`gh pr create ${'$('.repeat(10_000)}`),
      `{"tool_input":{"command":"${'x'.repeat(5 * 1024 * 1024)}"}}`,
    ]) {
      assert.deepEqual(await run('claude-code', input), { exitCode: 0, stdout: '', stderr: '' })
    }
  })

  it('exits with 1, never 2, when it is called wrongly', async () => {
    for (const args of [['hook'], ['hook', 'emacs'], ['hook', 'claude-code', 'more']]) {
      assert.deepEqual(await runCli(args, { program, stdin: '{}' }), {
        exitCode: 1,
        stdout: '',
        stderr:
          'ai-worklog: `hook` takes one agent: `claude-code`, `openai-codex`, `gemini-cli`, `copilot-cli`, `cursor`, `windsurf`, `cline`, `opencode`\n',
      })
    }
  })
})

describe('the command in the settings', {
  skip: process.platform === 'win32' ? 'it is for a POSIX shell' : false,
}, () => {
  /** Runs `command` as strictly as a shell can be set to, with `npx` as it is or as `script`. */
  function shell(command: string, input: string, script?: string) {
    const bin = mkdtempSync(join(folder, 'bin-'))
    if (script !== undefined) writeFileSync(join(bin, 'npx'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    const env = { HOME: folder, npm_config_cache: join(folder, 'npm'), PATH: `${bin}:${process.env.PATH}` }
    return runCli(['-c', command], { node: '/bin/sh', program: '-e', cwd: folder, stdin: input, env })
  }

  const quiet = { exitCode: 0, stdout: '', stderr: '' }
  const input = JSON.stringify(claudeCall(bare))

  it('passes quietly when ai-worklog is not installed', async () => {
    assert.deepEqual(await shell(createHookCommand('claude-code'), input), quiet)
    assert.equal((await shell(createExitCodeCommand('windsurf'), input)).exitCode, 0)
  })

  it('does not start Node for what is not about pull requests', async () => {
    for (const command of [createHookCommand('claude-code'), createExitCodeCommand('windsurf')]) {
      assert.deepEqual(await shell(command, JSON.stringify(claudeCall('ls')), 'echo started; exit 2'), quiet)
    }
  })

  it('hands over what the agent gives, and hands back what the hook says', async () => {
    const script = 'echo "$@"; cat'
    const { stdout } = await shell(createHookCommand('cursor'), input, script)
    assert.equal(stdout, `--no-install --offline ai-worklog hook cursor\n${input}`)
  })

  it('ends well however the hook ends, but for a refusal by exit code', async () => {
    for (const code of [0, 1, 2, 127]) {
      const script = `cat >/dev/null; echo reason >&2; exit ${code}`
      assert.deepEqual(await shell(createHookCommand('gemini-cli'), input, script), quiet)
      const { exitCode, stderr } = await shell(createExitCodeCommand('windsurf'), input, script)
      assert.deepEqual([exitCode, stderr], [code === 2 ? 2 : 0, 'reason\n'])
    }
  })
})
