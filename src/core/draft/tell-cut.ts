// What of a draft was cut to fit.

import type { Draft } from './draft.ts'
import { mostCharacters } from './fit-draft.ts'

const nouns = {
  tools: 'tools',
  prompts: 'prompts',
  failures: 'failed attempts',
  corrections: 'corrections',
} as const

/** In a sentence what `fit`, which was made of `draft`, lacks; null when that is nothing. */
export function tellCut(draft: Draft, fit: Draft): string | null {
  if (fit === draft) return null
  const lists = (['tools', 'prompts', 'failures', 'corrections'] as const).flatMap((name) => {
    const left = draft[name].length - fit[name].length
    return left > 0 ? [`${left} of ${draft[name].length} ${nouns[name]} are left out`] : []
  })
  const cut = [...(hasCutTexts(draft, fit) ? ['long texts are cut'] : []), ...lists].join(', ')
  return `To stay below ${mostCharacters} characters, ${cut}.`
}

function hasCutTexts(draft: Draft, fit: Draft): boolean {
  const texts = new Set(listItems(draft).map((item) => JSON.stringify(item)))
  return listItems(fit).some((item) => !texts.has(JSON.stringify(item)))
}

function listItems({ tools, prompts, failures, corrections }: Draft): unknown[] {
  return [...tools, ...prompts, ...failures, ...corrections]
}
