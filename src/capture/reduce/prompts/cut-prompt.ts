// Long prompts are mostly pasted logs and files. What the human says stands at either end.

import { keepWords } from '../text/cut-at-space.ts'
import { withoutBrokenWords } from '../text/without-broken-words.ts'

/** Longer prompts are cut, in UTF-16 units. */
const longestPrompt = 1500
const start = 1000
const end = 300

/** Both ends of a long prompt, with a note of how much is left out between. The end begins with a whole line. */
export function cutPrompt(text: string): string {
  if (text.length <= longestPrompt) return text
  const whole = withoutBrokenWords(text)
  const head = keepWords(whole, start)
  const line = whole.indexOf('\n', Math.max(head.length, whole.length - end))
  const tail = line === -1 ? '' : whole.slice(line + 1).trim()
  const left = text.length - head.length - tail.length
  return [head, `[… ${group(left)} characters left out]`, tail].filter((part) => part !== '').join('\n\n')
}

/** `3,210` in every locale. */
function group(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
