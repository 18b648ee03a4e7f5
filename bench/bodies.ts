// The bodies that are checked.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const example = readFileSync(fileURLToPath(new URL('../examples/pull-request.md', import.meta.url)), 'utf8')

const chapter = (number: number) => `
## Part ${number}: what changes in the client

The client keeps one queue per host. A failed request goes back to its queue with a delay that grows with each
attempt; see [the design](https://example.com/design#part-${number}) and \`src/http/queue.ts\`. Until now every caller
had a loop of its own, and two of the three forgot to stop when the server said that it would never answer.

- \`retry(request, { attempts: 5 })\` replaces **three** hand-written loops
- a request that is *not* idempotent is never sent twice, whatever the caller asks for

\`\`\`ts
const delay = random() * Math.min(cap, base * 2 ** attempt)
await timer(delay)
\`\`\`

Tested with \`npm test\` and on staging for a day with five per cent of injected failures.
`

const chapters = (count: number) => Array.from({ length: count }, (_, index) => chapter(index + 1)).join('')

/** Descriptions that end with a footer, as agents write them, and the fully documented example. */
export const bodies = {
  '2 KB': `${chapters(2)}\n🤖 Generated with [Claude Code](https://claude.com/claude-code)\n`,
  '8 KB': `${chapters(7)}\n${example}`,
  '2 KB, fully documented': example,
} as const
