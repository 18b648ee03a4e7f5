// The questions of `init` on a terminal. An interrupt anywhere ends it with nothing written.

import { confirm, isCancel, multiselect, select } from '@clack/prompts'
import { isJsonObject } from '../../core/json.ts'
import type { Mode } from '../../core/policy/policy.ts'
import type { PlanOptions } from '../../init/make-plan.ts'
import { type Part, parts } from '../../init/plan.ts'
import { InterruptedError } from '../../runtime/interrupted-error.ts'
import type { Environment } from '../environment.ts'
import { write } from '../write.ts'

const labels: Readonly<Record<Part, { label: string; hint: string }>> = {
  workflow: { label: 'Workflow', hint: '.github/workflows/ai-worklog.yml' },
  policy: { label: 'Policy', hint: '.github/ai-worklog.yml' },
  template: { label: 'Section in the pull-request template', hint: 'the one you have, or a new one' },
  agents: { label: 'Instructions for coding agents', hint: 'AGENTS.md, CLAUDE.md, …: those you have' },
  hooks: { label: 'Hooks of coding agents', hint: 'remind them before `gh pr create`' },
}

/** The parts and the mode a person chooses; `wanted` is offered. */
export async function askChoices(
  wanted: PlanOptions,
  asksMode: boolean,
  environment: Environment,
): Promise<Pick<PlanOptions, 'parts' | 'mode'>> {
  const chosen = await ask(environment, (streams) =>
    multiselect<Part>({
      message: 'What shall be set up?',
      options: parts.map((value) => ({ value, ...labels[value] })),
      initialValues: [...wanted.parts],
      required: true,
      ...streams,
    }),
  )
  if (!asksMode || !chosen.includes('policy')) return { parts: chosen, mode: wanted.mode }
  const mode = await ask(environment, (streams) =>
    select<Mode>({
      message: 'What shall the check do?',
      options: [
        { value: 'warn', label: 'Warn', hint: 'annotate, never fail' },
        { value: 'observe', label: 'Observe', hint: 'only record' },
        { value: 'enforce', label: 'Enforce', hint: 'fail on what is missing' },
      ],
      initialValue: wanted.mode ?? 'warn',
      ...streams,
    }),
  )
  return { parts: chosen, mode }
}

/** Shows `patch`, which changes `count` files, and asks whether to make the changes. */
export async function confirmChanges(
  patch: string,
  count: number,
  environment: Environment,
): Promise<boolean> {
  await write(environment.stdout, `${patch}\n`)
  const message = count === 1 ? 'Make this change?' : `Make these changes to ${count} files?`
  return ask(environment, (streams) => confirm({ message, ...streams }))
}

interface Streams {
  input: Environment['stdin']
  output: Environment['stdout']
  signal: AbortSignal
}

/** The answer to `question`. Throws an InterruptedError at Ctrl-C, Escape, and the end of the input. */
async function ask<T>(
  { stdin: input, stdout: output }: Environment,
  question: (streams: Streams) => Promise<T>,
): Promise<Exclude<T, symbol>> {
  const ended = new AbortController()
  const end = () => ended.abort()
  // Ctrl-D closes the reading of lines, and the question would wait for good.
  const listen = (_text: unknown, key: unknown) => {
    if (isJsonObject(key) && key.ctrl === true && key.name === 'd') end()
  }
  input.on('keypress', listen).once('end', end)
  try {
    const answer = await question({ input, output, signal: ended.signal })
    if (isAnswer(answer)) return answer
    throw new InterruptedError('SIGINT')
  } finally {
    input.off('keypress', listen).off('end', end)
  }
}

function isAnswer<T>(value: T): value is Exclude<T, symbol> {
  return !isCancel(value)
}
