// What a title announces. Exact words first; a title outside the lists is a disclosure only when it speaks of
// AI and of disclosing its use.

import { sectionTitles, type Topic } from '../vocabulary/section-titles.ts'
import { normalizeTitle } from './normalize-title.ts'
import { findToolMentions } from './shapes/tool-mention.ts'

export interface TitleClass {
  topic: Topic
  /** How much a title says by itself: see the lists in `section-titles.ts`. */
  rank: (typeof ranks)[number]
}

const ranks = ['strong', 'telling', 'name', 'weak'] as const

/** The topic of `title`, null when it announces none. */
export function classifyTitle(title: string): TitleClass | null {
  const normal = normalizeTitle(title)
  if (normal === '') return null
  lookup ??= buildLookup()
  const short = normal.replace(filler, '')
  const found =
    lookup.get(normal) ?? lookup.get(short.replace(byUs, ' $1')) ?? lookup.get(short.replace(byUs, ''))
  if (found) return found
  if (promptLead.test(normal)) return { topic: 'prompts', rank: 'strong' }
  if (toolPrompt.test(normal) && findToolMentions(title).length > 0)
    return { topic: 'prompts', rank: 'strong' }
  return aiWords.test(normal) && disclosureWords.test(normal) && !otherSubjects.test(normal)
    ? { topic: 'disclosure', rank: 'strong' }
    : null
}

let lookup: Map<string, TitleClass> | null = null

function buildLookup(): Map<string, TitleClass> {
  const map = new Map<string, TitleClass>()
  for (const topic of Object.keys(sectionTitles) as Topic[]) {
    for (const rank of ranks) for (const title of sectionTitles[topic][rank]) map.set(title, { topic, rank })
  }
  return map
}

// "The prompts I used" and "List of failed attempts I made" are what they are without those words.
const filler = /^(?:the|my|list of|log of|any|all|your)\s+/
const byUs = /\s+(?:i|we) (used|made)$/
// "Codex prompt", "Claude Code prompts used".
const toolPrompt = /^[a-z][a-z -]{1,30} prompts?(?: used)?$/
// "Written by Codex with the following prompt".
const promptLead =
  /\b(?:generated|written|created|made|done|built|implemented)\b.{0,60} (?:following|this|these) prompts?$/
const aiWords = /\b(?:ai|a\.i|llms?|genai|generative ai|copilot|chatgpt)\b/
const disclosureWords =
  /\b(?:disclos\w*|used?|usage|using|assist\w*|involve\w*|attribution|declaration|transparency|authored|co-authored)\b/
// Headings about products made of AI, and texts that bots write.
const otherSubjects =
  /\b(?:description|iteration|summary|feature|api|sdk|provider|model support|review(?:ed)? by)\b/
