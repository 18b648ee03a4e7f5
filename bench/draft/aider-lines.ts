// A history as aider 0.86 writes it, as in `__tests__/fixtures/transcripts/aider`: many chats, the newest last.

import { relative } from 'node:path'
import type { MadeUpSession } from './made-up-session.ts'

/** Chats without end. */
export function* aiderLines({ talk, folder, edits }: MadeUpSession): Generator<string> {
  for (let chat = 0; ; chat++) {
    const at = new Date(Date.UTC(2026, 0, 1) + chat * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
    yield `\n# aider chat started at ${at}\n\n> Aider v0.86.2  \n> Main model: gpt-5 with diff edit format  \n`
    for (let turns = 1 + talk.below(20); turns > 0; turns--) {
      const path = relative(folder, edits[talk.below(edits.length)] ?? '')
      yield `\n#### ${talk.say(5 + talk.below(40))}  \n\n${talk.say(40)}\n\n${path}\n\`\`\`ts\n${talk.code(500, 20_000)}\n\`\`\`\n\n`
      if (talk.chance(0.3)) {
        const said = talk.failure().replaceAll('\n', '  \n> ')
        yield `> ${said}  \n> Attempt to fix test errors? (Y)es/(N)o [Yes]: y  \n`
      } else
        yield `> Applied edit to ${path}  \n> Commit ${(0x1000000 + talk.below(0xfffffff)).toString(16)} feat: ${talk.say(4)}  \n`
    }
  }
}
