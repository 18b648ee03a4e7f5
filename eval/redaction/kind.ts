// One kind of secret that the evaluation makes.

import type { Random } from './random.ts'

export interface Kind {
  name: string
  /** `text` is how people write it; `secret`, a part of it, is what must go. */
  make(random: Random): { text: string; secret: string }
}

/** Where a text stands. */
export const settings: readonly { name: string; wrap: (text: string) => string | null }[] = [
  { name: 'prose', wrap: (text) => `I ran it with ${text} and it failed.` },
  { name: 'fence', wrap: (text) => `It printed this:\n\n\`\`\`\n${text}\n\`\`\`\n` },
  { name: 'json', wrap: (text) => JSON.stringify({ step: 3, log: text }) },
  { name: 'url', wrap: (text) => `https://ci.acme.dev/log?step=3&line=${encodeURIComponent(text)}` },
  // Only what nobody would have to encode.
  {
    name: 'bare url',
    wrap: (text) => (/^[\w.~:/=+-]+$/.test(text) ? `https://ci.acme.dev/log?line=${text}&step=3` : null),
  },
]
