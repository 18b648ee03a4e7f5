// What is recorded of `claude` in a terminal, where a human steers it: rejections with and without a reason, words
// given with a yes, a prompt typed while a command runs, an interruption, and going back in the conversation.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Terminal } from '../terminal.ts'
import type { StandIn, Turn } from './messages-stand-in.ts'
import type { Workplace } from './workplace.ts'

export async function steer(program: string, standIn: StandIn, place: Workplace): Promise<void> {
  const numbers = join(place.repository, 'numbers.txt')
  const gate = join(place.folder, 'gate')
  standIn.turns.push(
    { calls: [{ name: 'Read', input: { file_path: numbers } }] },
    edit(numbers, 'five'),
    edit(numbers, 'six'),
    edit(numbers, 'seven'),
    waitFor(gate),
    { text: 'The others are done.' },
    waitFor(`${gate}-that-stays-shut`),
    { text: 'Four words.' },
    { text: 'Four other words.' },
    { text: 'The last words.' },
  )
  const args = [program, '--permission-mode', 'default', '--allowedTools', 'Bash']
  const terminal = new Terminal(join(place.folder, 'tmux'), args, place.repository, place.env)
  const say = async (text: string) => {
    await terminal.type(text)
    await terminal.see(text)
    await terminal.press('Enter')
  }
  try {
    await terminal.see('? for shortcuts')
    await say('Count on in numbers.txt')
    await terminal.see('+five')
    await terminal.press('Down', 'Down', 'Tab')
    await say('Count in pairs')
    await terminal.see('+six')
    await terminal.press('Escape')
    await say('Then go on with seven')
    await terminal.see('+seven')
    await terminal.press('Tab')
    await say('Mind the newline')
    await terminal.see('esc to interrupt')
    await say('And mind the order')
    writeFileSync(gate, '')
    await terminal.see('The others are done.')
    await say('Wait once more')
    await terminal.see('esc to interrupt')
    await terminal.press('Escape')
    await terminal.see('Interrupted')
    await say('Say four words')
    await terminal.see('Four words.')
    await rewind(terminal, 1)
    await say('Say four other words')
    await terminal.see('Four other words.')
    await rewind(terminal, 20)
    await say('Say the last words')
    await terminal.see('The last words.')
    await say('/exit')
  } finally {
    try {
      terminal.close()
    } catch {
      // It has ended by itself.
    }
  }
}

/** Goes back before the prompt that is `steps` up, or the first, and clears what is offered to be sent again. */
async function rewind(terminal: Terminal, steps: number): Promise<void> {
  await terminal.press('Escape', 'Escape')
  await terminal.see('Rewind')
  for (let step = 0; step < steps; step++) await terminal.press('Up')
  await terminal.press('Enter')
  await terminal.see('Restore conversation')
  await terminal.press('Enter')
  await terminal.miss('Restore conversation')
  await terminal.press('C-u')
}

function edit(path: string, number: string): Turn {
  const input = { file_path: path, old_string: 'two\n', new_string: `two\n${number}\n` }
  return { calls: [{ name: 'Edit', input }] }
}

function waitFor(path: string): Turn {
  const command = `until [ -e ${path} ]; do sleep 0.1; done`
  return { calls: [{ name: 'Bash', input: { command, description: 'Wait' } }] }
}
