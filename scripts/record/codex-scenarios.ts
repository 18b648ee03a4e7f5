// What is played to Codex CLI: the human's prompts, the model's scripted turns and the human's decisions.

import { setTimeout } from 'node:timers/promises'
import { type AppServer, startAppServer } from './app-server.ts'
import type { CodexWorld } from './codex-world.ts'
import { customToolItem, functionItem, messageItem, type ScriptedTurn } from './openai-stand-in.ts'
import { runProgram } from './run-program.ts'

/** A scenario by the name of its first rollout; `others` names the further ones, in the order of their beginning. */
export interface CodexScenario {
  name: string
  others: readonly string[]
  play(world: CodexWorld): Promise<void>
}

const settings = { approvalPolicy: 'untrusted', sandbox: 'danger-full-access' }
const noApproval = '--dangerously-bypass-approvals-and-sandbox'
const failingTest = run('call_test', 'python3 -c "import shop; assert shop.total([2, 3]) == 5"')
const fix = '-    return max(prices)\n+    return sum(prices)'
const edit = patch('call_edit', fix)
const failingPatch = patch('call_stale', '-    return min(prices)\n+    return sum(prices)')
const commit = run('call_commit', 'git add -A && git commit -m "Add up all prices"')

/** A failing test, a patch that does not apply, one that does; then a refinement and a commit. Without approvals. */
export const execAndResume: CodexScenario = {
  name: 'exec-resume',
  others: [],
  async play(world) {
    world.turns.push([failingTest], [failingPatch], [edit], [messageItem('`total` adds up all prices now.')])
    await runCodex(world, ['exec', noApproval, 'The total of an order is wrong, fix it'])
    world.turns.push([commit], [messageItem('Committed.')])
    await runCodex(world, ['exec', 'resume', await world.firstThread(), noApproval, 'Commit it, please'])
  },
}

/** The human declines a command and a patch, allows them later; through the protocol that editors use. */
export const approvals: CodexScenario = {
  name: 'approvals',
  others: [],
  async play(world) {
    const decisions = ['decline', 'decline', 'accept', 'accept']
    await withServer(world, decisions, async (server, threadId) => {
      const remove = run('call_remove', 'rm -r tests')
      const declined = patch('call_declined', '-    return max(prices)\n+    return 5')
      await say(world, server, threadId, 'Make the test pass', [
        [remove],
        [declined],
        [messageItem('What instead?')],
      ])
      const turns = [[edit], [commit], [messageItem('Done as you asked.')]]
      await say(world, server, threadId, 'Fix the code, not the test', turns)
    })
  },
}

/** The human stops a command, takes the turn back, asks anew, and goes on in a fork. */
export const interrupted: CodexScenario = {
  name: 'interrupted',
  others: ['reverted', 'forked'],
  async play(world) {
    await withServer(world, ['accept'], async (server, threadId) => {
      await say(world, server, threadId, 'What does total do?', [
        [messageItem('It gives the highest price.')],
      ])
      world.turns.push([run('call_long', 'python3 -c "import time; time.sleep(60)"')])
      const turnId = await startTurn(server, threadId, 'Run the benchmark')
      await server.next('item/started', ({ item }) => isCommand(item))
      await server.ask('turn/interrupt', { threadId, turnId })
      await server.next('turn/completed')
      // Newer versions begin a new file instead.
      await server
        .ask('thread/rollback', { threadId, numTurns: 1 })
        .catch(() => server.ask('thread/revert', { threadId, beforeTurnId: turnId }))
      await say(world, server, threadId, 'Only read the code', [[messageItem('I have read it.')]])
      const fork = idOf((await server.ask('thread/fork', { threadId, ...settings })).thread)
      // As a human would: rows that are copied into the fork stand closer together.
      await setTimeout(500)
      await say(world, server, fork, 'Try another way here', [[messageItem('In the fork.')]])
    })
  },
}

/** The model starts an agent of its own, whose command fails. */
export const subagent: CodexScenario = {
  name: 'subagent-parent',
  others: ['subagent'],
  async play(world) {
    const task = 'Run the tests of the shop'
    const spawn = functionItem('call_spawn', 'spawn_agent', { message: task })
    world.turnsFor.set(task, [[failingTest], [messageItem('The test fails.')]])
    const isOld = world.minor < 120
    const call = isOld ? spawn : { ...spawn, namespace: 'multi_agent_v1' }
    world.turns.push(
      [call],
      [run('call_wait', 'sleep 3')],
      [messageItem('The agent has found a failing test.')],
    )
    await runCodex(world, [
      'exec',
      noApproval,
      ...(isOld ? ['--enable', 'collab'] : []),
      'Let an agent run the tests',
    ])
  },
}

function runCodex(world: CodexWorld, args: readonly string[]): Promise<void> {
  return runProgram(world.program, args, world)
}

async function withServer(
  world: CodexWorld,
  decisions: string[],
  use: (server: AppServer, threadId: string) => Promise<void>,
): Promise<void> {
  const server = await startAppServer(world.program, world, () => decisions.shift() ?? 'decline')
  try {
    await use(server, idOf((await server.ask('thread/start', { cwd: world.cwd, ...settings })).thread))
  } finally {
    await server.stop()
  }
}

/** A turn from the prompt to its end. */
async function say(
  world: CodexWorld,
  server: AppServer,
  threadId: string,
  text: string,
  turns: readonly ScriptedTurn[],
): Promise<void> {
  world.turns.push(...turns)
  await startTurn(server, threadId, text)
  await server.next('turn/completed')
}

async function startTurn(server: AppServer, threadId: string, text: string): Promise<string> {
  const input = [{ type: 'text', text, text_elements: [] }]
  return idOf((await server.ask('turn/start', { threadId, input })).turn)
}

function run(callId: string, cmd: string) {
  return functionItem(callId, 'exec_command', { cmd })
}

function patch(callId: string, lines: string) {
  const input = `*** Begin Patch\n*** Update File: shop.py\n@@ def total(prices):\n${lines}\n*** End Patch`
  return customToolItem(callId, 'apply_patch', input)
}

function isCommand(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'type' in item && item.type === 'commandExecution'
}

function idOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('id' in value))
    throw new Error('The app server gave no id.')
  return String(value.id)
}
