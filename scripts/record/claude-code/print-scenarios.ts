// What is recorded of `claude -p`: work with failures, a subagent and a commit, its refinement, a fork of it, and a
// session in which an editor answers for the human.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isJsonObject, type JsonObject, readObject, readString } from '../../../src/core/json.ts'
import { agentMark, type StandIn, type Turn } from './messages-stand-in.ts'
import type { Workplace } from './workplace.ts'

const printed = ['-p', '--verbose', '--output-format', 'stream-json']

/** Runs the program and gives what it prints; `reply` may answer a line on its standard input. */
export type Run = (args: readonly string[], input?: JsonObject, reply?: Reply) => Promise<string>
type Reply = (message: JsonObject) => JsonObject | null

export function makeRun(program: string, { repository, env }: Workplace): Run {
  return async (args, input, reply) => {
    const child = spawn(program, args, { cwd: repository, env, stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    // It is awaited after what it prints.
    ended.catch(() => {})
    const write = (message: JsonObject) => child.stdin.write(`${JSON.stringify(message)}\n`)
    if (input) write(input)
    else child.stdin.end()
    const lines: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line)
      const message: unknown = input ? JSON.parse(line) : null
      if (!isJsonObject(message)) continue
      const answer = reply?.(message) ?? null
      if (answer) write(answer)
      if (readString(message, 'type') === 'result') child.stdin.end()
    }
    if ((await ended) !== 0) throw new Error(`\`claude ${args.join(' ')}\` failed:\n${lines.join('\n')}`)
    return `${lines.join('\n')}\n`
  }
}

/** Gives the id of the session and what was printed. */
export async function work(
  run: Run,
  standIn: StandIn,
  place: Workplace,
): Promise<{ id: string; output: string }> {
  const numbers = join(place.repository, 'numbers.txt')
  standIn.turns.push(
    call('Edit', { file_path: numbers, old_string: 'nine', new_string: 'three' }, 'I add the number.'),
    call('Read', { file_path: numbers }),
    call('Edit', { file_path: numbers, old_string: 'two\n', new_string: 'two\nthree\n' }),
    call('Bash', {
      command: 'echo checking; echo "2 numbers are missing" >&2; exit 3',
      description: 'Check',
    }),
    call('Bash', { command: 'echo forbidden', description: 'Say a word' }),
    call('Task', {
      description: 'Write the names',
      prompt: `${agentMark} write names.txt`,
      subagent_type: 'general-purpose',
      run_in_background: false,
    }),
    call('Bash', { command: 'git add numbers.txt && git commit -m "Count to three"', description: 'Commit' }),
    { text: 'The file counts to three.' },
  )
  standIn.agentTurns.push(
    call('Write', { file_path: join(place.repository, 'names.txt'), content: 'Ann\n' }),
    call('Bash', { command: 'ls missing', description: 'Look' }),
    { text: 'names.txt is written.' },
  )
  const allowed = ['--permission-mode', 'acceptEdits', '--allowedTools', 'Bash', 'Task', 'Agent']
  const output = await run([...printed, ...allowed, '--', 'Count to three in numbers.txt'])
  const id = /"session_id":"([^"]+)"/.exec(output)?.[1]
  if (!id) throw new Error('The output names no session')
  standIn.turns.push(call('Read', { file_path: numbers }), { text: 'Yes, it does.' })
  await run([...printed, '--resume', id, '--', 'Does it end with a newline?'])
  return { id, output }
}

/** Gives the id of the fork. */
export async function fork(run: Run, standIn: StandIn, id: string): Promise<string> {
  standIn.turns.push({ text: 'In another way it would be longer.' })
  const output = await run([...printed, '--resume', id, '--fork-session', '--', 'Is there another way?'])
  const own = /"session_id":"([^"]+)"/.exec(output)?.[1]
  if (!own || own === id) throw new Error('There is no fork')
  return own
}

/** An editor changes one proposal before it allows it, and refuses another with a reason. Gives the id. */
export async function editor(run: Run, standIn: StandIn, place: Workplace): Promise<string> {
  const numbers = join(place.repository, 'numbers.txt')
  standIn.turns.push(
    call('Read', { file_path: numbers }),
    call('Edit', { file_path: numbers, old_string: 'two\n', new_string: 'two\nfoor\n' }),
    call('Write', { file_path: join(place.repository, 'letters.txt'), content: 'a\n' }),
    { text: 'I leave it at that.' },
  )
  const content = [{ type: 'text', text: 'Count on, and write the letters down' }]
  const prompt = { type: 'user', message: { role: 'user', content } }
  const streamed = [...printed, '--input-format', 'stream-json', '--permission-prompt-tool', 'stdio']
  const output = await run([...streamed, '--permission-mode', 'default'], prompt, answerForHuman)
  return /"session_id":"([^"]+)"/.exec(output)?.[1] ?? ''
}

function answerForHuman(message: JsonObject): JsonObject | null {
  if (readString(message, 'type') !== 'control_request') return null
  const request = readObject(message, 'request')
  const input = readObject(request, 'input') ?? {}
  const response =
    readString(request, 'tool_name') === 'Edit'
      ? { behavior: 'allow', updatedInput: { ...input, new_string: 'two\nfour\n' } }
      : { behavior: 'deny', message: 'Letters belong into their own repository', interrupt: false }
  return {
    type: 'control_response',
    response: { subtype: 'success', request_id: readString(message, 'request_id'), response },
  }
}

function call(name: string, input: JsonObject, text?: string): Turn {
  return { ...(text === undefined ? {} : { text }), calls: [{ name, input }] }
}
