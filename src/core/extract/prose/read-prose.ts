// What the author tells of AI work outside all sections, and inside a disclosure: its use, what failed, what was
// corrected. Precise rather than eager: a sentence that may mean something else is left alone.

import type { Block, Span } from '../../document/block.ts'
import { readSentences, type Sentence } from '../../document/read-sentences.ts'
import type { ToolMention } from '../shapes/tool-mention.ts'
import { type MaskedSentence, maskSentence } from './mask-sentence.ts'
import { readFailedAttempts } from './read-attempts.ts'
import { tellsCorrection, tellsFailure } from './tells-lesson.ts'
import { tellsNone, tellsUse } from './tells-use.ts'
import type { Told } from './told.ts'

/** A tool named where AI work is told. */
type ToldTool = ToolMention & { place: Span }

export interface Prose {
  /** Sentences outside a disclosure that say AI was used; and those that say none was. */
  used: Told[]
  none: Told[]
  tools: ToldTool[]
  failures: Told[]
  corrections: Told[]
  /** The paragraphs outside a disclosure that tell of AI use, and their neighbours, whole. */
  around: string[]
  /** What the title tells; a correction only where the text tells none. */
  title: { used: boolean; tools: ToldTool[]; corrections: Told[] }
}

export interface ProseContext {
  source: string
  /** The subject line above the text, in offsets of its own source. */
  title: Sentence | null
  /** Vendors whose tools other parts of the pull request name. */
  isKnown: (vendor: string) => boolean
  /** Whether a section, a prompt or a title already tells that AI took part. */
  isTold: boolean
  /** Whether a disclosure says that none did: what was written by hand then corrects nothing. */
  isDenied: boolean
}

/** Reads `free` blocks, which no section holds, and those of `disclosures`. */
export function readProse(
  free: readonly Block[],
  disclosures: readonly Block[],
  context: ProseContext,
): Prose {
  const { source, isKnown } = context
  const mask = (sentence: Sentence) => maskSentence(sentence, isKnown)
  const outside = readSentences(free, source).map(mask)
  const inside = readSentences(disclosures, source).map(mask)
  const used = outside.filter(({ masked }) => tellsUse(masked, 'free'))
  const isLast = isLastOfGroup(outside)
  const none = outside.filter((sentence) => tellsNone(sentence.masked, 'free') && isLast(sentence))
  const title = context.title ? mask(context.title) : null
  const isUsedInTitle = title !== null && title.mentions.length > 0 && asksAi.test(title.masked)
  const isTold = context.isTold || used.length > 0 || isUsedInTitle
  const lessons = [
    ...(context.isDenied ? [] : readLessons(inside, true)),
    ...readLessons(
      (isTold ? outside : outside.filter(isPersonal(outside))).filter(isAbout(used, isKnown)),
      false,
    ),
  ]
  const telling = [...used, ...lessons.flatMap(({ sentences }) => sentences)]
  const failures = lessons.filter(({ kind }) => kind === 'failure')
  const corrections = lessons.filter(({ kind }) => kind === 'correction')
  const titleTells =
    title !== null && corrections.length === 0 && (isTold || lessons.length > 0) && correctsInTitle(title)
  return {
    used,
    none: isTold ? [] : none,
    tools: telling.flatMap(toolsOf),
    failures: [...failures.map(toTold), ...(isTold ? readFailedAttempts([...free, ...disclosures]) : [])],
    corrections: corrections.map(toTold),
    around: textsOf(outside, new Set(used.flatMap(({ group }) => [group - 1, group, group + 1]))),
    title: {
      used: isUsedInTitle,
      tools: title && (isUsedInTitle || titleTells) ? toolsOf(title) : [],
      corrections: title && titleTells ? [toTold({ sentences: [title] })] : [],
    },
  }
}

/**
 * Whether a sentence speaks of the AI that was used: where that is known by name, another one is the product's. Outside a
 * disclosure, AI as such is no subject either.
 */
function isAbout(
  used: readonly MaskedSentence[],
  isKnown: (vendor: string) => boolean,
): (sentence: MaskedSentence) => boolean {
  const vendors = new Set(used.flatMap(({ mentions }) => mentions.map(({ vendor }) => vendor)))
  const isUsed = (vendor: string | null) => vendor !== null && (vendors.has(vendor) || isKnown(vendor))
  return ({ mentions }) =>
    mentions.length === 0 || vendors.size === 0 || mentions.some(({ vendor }) => isUsed(vendor))
}

/** A denial that goes on to speak of AI is partial. */
function isLastOfGroup(sentences: readonly MaskedSentence[]): (sentence: MaskedSentence) => boolean {
  const last = new Map<number, number>()
  for (const { group, start, masked } of sentences) if (masked.includes('§')) last.set(group, start)
  return ({ group, start }) => start >= (last.get(group) ?? start)
}

// "Ask Claude to improve error handling": a subject line that tells who did it. "Use Cursor by default" does not.
const asksAi =
  /^\W*(?:(?:ask(?:ed)?|have|had|prompt(?:ed)?|tell|told|got) § (?:to )?(?!for\b|as\b|in\b|with\b)[a-z]|(?:get|used?) § to [a-z])/

function correctsInTitle({ masked }: MaskedSentence): boolean {
  return tellsCorrection(masked, { isAboutAi: true, inDisclosure: false })
}

function toolsOf({ mentions, start, end }: MaskedSentence): ToldTool[] {
  return mentions.map((mention) => ({ ...mention, place: { start, end } }))
}

interface Lesson {
  kind: 'failure' | 'correction'
  sentences: MaskedSentence[]
}

/**
 * One lesson of a kind a paragraph or item: its sentences go on with each other, unless one names anew who failed.
 * Items go on with the line that introduces them.
 */
function readLessons(sentences: readonly MaskedSentence[], inDisclosure: boolean): Lesson[] {
  const lessons: Lesson[] = []
  const open: Partial<Record<Lesson['kind'], Lesson | undefined>> = {}
  let before: MaskedSentence | null = null
  let isAboutAi = inDisclosure
  const add = (kind: Lesson['kind'], sentence: MaskedSentence, isNew: boolean) => {
    const known = open[kind]
    if (known && !isNew) known.sentences.push(sentence)
    else {
      const lesson = { kind, sentences: [sentence] }
      open[kind] = lesson
      lessons.push(lesson)
    }
  }
  for (const sentence of sentences) {
    if (sentence.group !== before?.group) {
      open.failure = undefined
      open.correction = undefined
      const isIntroduced = sentence.inItem && (before?.inItem === true || before?.text.endsWith(':') === true)
      if (!isIntroduced) isAboutAi = inDisclosure
    }
    const { masked } = sentence
    const failure = tellsFailure(masked, { isAboutAi, inDisclosure })
    if (failure) add('failure', sentence, failure === 'own')
    if (tellsCorrection(masked, { isAboutAi, inDisclosure })) add('correction', sentence, false)
    isAboutAi ||= masked.includes('§')
    before = sentence
  }
  return lessons
}

/** Without any telling of AI use, only a paragraph that speaks in the first person of an AI may tell a lesson. */
function isPersonal(sentences: readonly MaskedSentence[]): (sentence: MaskedSentence) => boolean {
  const texts = new Map<number, string[]>()
  for (const { group, masked } of sentences) {
    const known = texts.get(group)
    if (known) known.push(masked)
    else texts.set(group, [masked])
  }
  const groups = new Set<number>()
  for (const [group, parts] of texts) {
    const text = parts.join(' ')
    if (/§|\bprompt(?:ed|ing)\b/.test(text) && /(?:^|[\s(])(?:i|i'm|i've|my)\s/.test(text)) groups.add(group)
  }
  return ({ group }) => groups.has(group)
}

/** The texts of `groups`, in their order; a group without sentences gives an empty one. */
function textsOf(sentences: readonly Sentence[], groups: ReadonlySet<number>): string[] {
  const texts = new Map([...groups].map((group): [number, string[]] => [group, []]))
  for (const { group, text } of sentences) texts.get(group)?.push(text)
  return [...texts.values()].map((parts) => parts.join(' '))
}

function toTold({ sentences }: Pick<Lesson, 'sentences'>): Told {
  const [first] = sentences
  const last = sentences.at(-1)
  return {
    text: sentences.map(({ text }) => text).join(' '),
    start: first?.start ?? 0,
    end: last?.end ?? 0,
  }
}
