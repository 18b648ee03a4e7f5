// What a title announces. Exact words first; a title outside the lists is a disclosure only when it speaks of
// AI and of disclosing its use.

import { sectionTitles, type Topic } from '../vocabulary/section-titles.ts'
import { normalizeTitle } from './normalize-title.ts'

export interface TitleClass {
  topic: Topic
  /**
   * `strong` titles speak for themselves, `name`s of our sections count in the company of others, `weak` ones
   * only inside a disclosure.
   */
  rank: 'strong' | 'name' | 'weak'
}

/** The topic of `title`, null when it announces none. */
export function classifyTitle(title: string): TitleClass | null {
  const normal = normalizeTitle(title)
  if (normal === '') return null
  lookup ??= buildLookup()
  const found = lookup.get(normal) ?? lookup.get(withoutFiller(normal))
  if (found) return found
  return aiWords.test(normal) && disclosureWords.test(normal) && !otherSubjects.test(normal)
    ? { topic: 'disclosure', rank: 'strong' }
    : null
}

let lookup: Map<string, TitleClass> | null = null

function buildLookup(): Map<string, TitleClass> {
  const map = new Map<string, TitleClass>()
  for (const topic of Object.keys(sectionTitles) as Topic[]) {
    for (const title of sectionTitles[topic].weak)
      map.set(title, { topic, rank: title === topic ? 'name' : 'weak' })
    for (const title of sectionTitles[topic].strong) map.set(title, { topic, rank: 'strong' })
  }
  return map
}

/** "The prompts I used" and "List of failed attempts" are what they are without those words. */
function withoutFiller(normal: string): string {
  return normal
    .replace(/^(?:the|my|list of|log of|any|all|your)\s+/, '')
    .replace(/\s+(?:i|we) (?:used|made)$/, '')
}

const aiWords = /\b(?:ai|a\.i|llms?|genai|generative ai|copilot|chatgpt)\b/
const disclosureWords =
  /\b(?:disclos\w*|used?|usage|using|assist\w*|involve\w*|attribution|declaration|transparency|authored|co-authored)\b/
// Headings about products made of AI, and texts that bots write.
const otherSubjects =
  /\b(?:description|iteration|summary|feature|api|sdk|provider|model support|review(?:ed)? by)\b/
