// The bodies that are checked: the documented example (2 KB) and a long description around it (8 KB).

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const example = readFileSync(fileURLToPath(new URL('../examples/pull-request.md', import.meta.url)), 'utf8')

const chapter = (number: number) => `
## Part ${number}: what changes in the client

The client keeps one queue per host. A failed request goes back to its queue with a delay that grows
with each attempt; see [the design](https://example.com/design#part-${number}) and \`src/http/queue.ts\`.

- \`retry(request, { attempts: 5 })\` replaces **three** hand-written loops
- a request that is *not* idempotent is never sent twice
  - \`POST\` with an idempotency key counts as idempotent

\`\`\`ts
const delay = random() * Math.min(cap, base * 2 ** attempt)
await timer(delay)
\`\`\`

| case | before | after |
|---|---|---|
| timeout | fails | retried ${number} times |
| 429 | fails | waits for \`Retry-After\` |
`

/** A body of about 2 KB and one of about 8 KB, both fully documented. */
export const bodies = {
  2: example,
  8: `${Array.from({ length: 9 }, (_, index) => chapter(index + 1)).join('')}\n${example}`,
} as const
