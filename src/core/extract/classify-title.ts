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
    lookup.get(normal) ??
    lookup.get(short.replace(byUs, ' $1')) ??
    lookup.get(short.replace(byUs, '')) ??
    (trailerKey.test(title) ? lookup.get(normal.replaceAll('-', ' ')) : undefined)
  if (found) return found
  if (normal.includes('prompt') && announcesPrompts(title, normal))
    return { topic: 'prompts', rank: 'strong' }
  // The cheap test first: few titles speak of AI, and the pattern of questions takes long to compile.
  if (!aiWords.test(normal)) return null
  if (question.test(normal)) return { topic: 'disclosure', rank: 'strong' }
  return disclosureWords.test(normal) && !otherSubjects.test(normal) && !answers.test(normal)
    ? { topic: 'disclosure', rank: 'strong' }
    : null
}

function announcesPrompts(title: string, normal: string): boolean {
  if (promptLead.test(normal) || writtenPrompt.test(normal)) return true
  return toolPrompt.test(normal) && findToolMentions(title).length > 0
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
// Git allows no spaces there: `Failed-attempt`.
const trailerKey = /^\s*[A-Z][a-z]+(?:-[A-Za-z]+){1,3}\s*:?\s*$/
// "Codex prompt", "Claude Code prompts used".
const toolPrompt = /^[a-z][a-z -]{1,30} prompts?(?: used)?$/
// "Written by Codex with the following prompt".
// "Original Japanese prompt", "English translation of the prompt".
const writtenPrompt = /^(?:original|initial|translated|english|exact|actual|complete) (?:\w+ ){1,2}prompts?$/
const promptLead =
  /\b(?:generated|written|created|made|done|built|implemented)\b.{0,60} (?:following|this|these) prompts?$/
const aiWords = /\b(?:ai|a\.i|llms?|genai|generative ai|copilot|chatgpt|coding agents?)\b/
const disclosureWords =
  /\b(?:disclos\w*|disclaimer|used?|usage|using|assist\w*|involve\w*|attribution|declaration|transparency|authored|co-authored)\b/
// "No AI was used" answers in bold what a title would ask.
const answers = /^(?:no|none|not|this|i|we|without)\b|[.!?] \S/
// "Did you use AI to help find this?", "Was this written with AI?"
const question =
  /^(?:did|do|have|has|was|were) (?:you|this|these|any|it|the (?:code|patch|change|pr)|(?:generative )?ai|an? (?:ai|llm))\b.{0,80}\b(?:use[ds]?|using|with|by|author\w*|writ\w+|generat\w+|assist\w*|create\w*|produce\w*)\b/
// Headings about products made of AI, and texts that bots write.
const otherSubjects =
  /^(?:ai |llm |ai[- ]generated )?(?:pr |pull request )?description$|\b(?:iteration|summary|feature|api|sdk|provider|model support|review(?:ed)? by)\b/
