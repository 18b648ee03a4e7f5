// The review section: what a human attests, by ticking boxes or in words.

import type { Block, Item } from '../../document/block.ts'
import { paragraphToText } from '../../document/block-text.ts'
import { humanReviews, notDone, notReviewed, testsRun } from '../../vocabulary/attestations.ts'
import { reviewLabels } from '../../vocabulary/field-labels.ts'
import { readAnswerTexts } from '../answer-texts.ts'
import { entryText } from '../entry.ts'
import type { Passage } from '../passage.ts'
import { readEntries } from '../read-entries.ts'
import { readBoxes } from '../shapes/boxes.ts'
import { isDenial } from '../shapes/denial.ts'
import { isPlaceholder } from '../shapes/placeholder.ts'
import { readYesNo } from '../shapes/yes-no.ts'

export interface Attestation {
  text: string
  checked: boolean
  start: number
  end: number
}

export interface StatedReview {
  human_reviewed: boolean | null
  attestations: Attestation[]
  verification: string | null
  tests_run: boolean | null
}

/** Where a review may be told. */
export interface ReviewTexts {
  /** The review passages. */
  passages: readonly Passage[]
  disclosures: readonly Passage[]
  /** The paragraphs that tell of AI use elsewhere. */
  told: readonly string[]
  /** What no passage holds: boxes there count when they speak of AI and are ticked. */
  rest: readonly Block[]
  /** Whether the author says that AI was used: then boxes left open beside it are an answer. */
  isUsed: boolean
  source: string
}

const aboutAi = /\b(?:ai|llm|genai|generated)\b/i

/** Reads what `texts` attest or deny of a human review. */
export function readReview({ passages, disclosures, told, rest, isUsed, source }: ReviewTexts): StatedReview {
  const asked = disclosures.flatMap(({ blocks }) => readBoxes(blocks)).filter(({ text }) => attests(text))
  const attestations = [
    ...passages.flatMap(({ blocks }) => readBoxes(blocks)),
    ...asked,
    ...readBoxes(rest).filter(({ text, checked }) => checked && aboutAi.test(text) && saysReviewed(text)),
  ].sort((a, b) => a.start - b.start)
  const entries = passages.flatMap((passage) =>
    readEntries(withoutBoxes(passage.blocks), source, reviewLabels),
  )
  const texts = entries.map(entryText).filter((text) => text !== '' && !isDenial(text, 'review'))
  const prose = [
    ...disclosures.flatMap(({ blocks }) => readAnswerTexts(withoutBoxes(blocks), source).texts),
    ...told,
  ]
  const field = (name: keyof typeof reviewLabels) =>
    entries.map((entry) => entry.fields.get(name)?.text).find((text) => text !== undefined) ?? null

  const labelled = passages.filter((passage) => passage.form === 'label').map(({ blocks }) => blocks)
  const answer = field('human_reviewed') ?? labelledAnswer(labelled)
  const verification = [field('verification'), field('tests_run'), ...texts].filter(
    (text) => text !== null && !bareAnswer.test(text),
  )
  return {
    human_reviewed:
      decideReviewed(answer, attestations, texts) ??
      attestedIn(prose) ??
      (isUsed && areOpen(asked) ? false : null),
    attestations,
    verification: verification.length === 0 ? null : verification.join('\n'),
    tests_run: decideTested(field('tests_run'), attestations),
  }
}

function decideReviewed(
  answer: string | null,
  boxes: readonly Attestation[],
  texts: readonly string[],
): boolean | null {
  if (answer !== null) {
    const said = readYesNo(answer)
    if (said !== null) return said
    return !notReviewed.test(answer)
  }
  const about = boxes.filter((box) => saysReviewed(box.text))
  if (about.some((box) => box.checked)) return true
  const said = attestedIn(texts)
  if (said !== null) return said
  return about.length > 0 && isTouched(boxes) ? false : null
}

/** What the sentences of `texts` say of a human review; a no outweighs a yes. */
function attestedIn(texts: readonly string[]): boolean | null {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?;])\s/))
  if (sentences.some(deniesReview)) return false
  for (const [index, sentence] of sentences.entries()) {
    const line = sentence.slice(sentence.lastIndexOf('\n') + 1)
    const answer =
      line.endsWith('?') && /\b(?:review|read|check|verif|test)/i.test(line)
        ? readYesNo(sentences[index + 1] ?? '')
        : null
    if (answer !== null) return answer
  }
  return sentences.some(
    (sentence) => saysReviewed(sentence) && !notDone.test(sentence) && !command.test(sentence),
  )
    ? true
    : null
}

// "Read the guidelines" is asked of somebody.
const command = /^\W*(?:read|check|verify|review|make sure|ensure|please)\b(?! by\b)/i

/** "Nothing was merged without review" denies nothing. */
function deniesReview(sentence: string): boolean {
  return (
    notReviewed.test(sentence) &&
    !/\b(?:no|not|none|nothing|never)\b.{0,80}\b(?:without|unreviewed)\b/i.test(sentence)
  )
}

/** Boxes that ask for a review, none of them ticked. */
function areOpen(boxes: readonly Attestation[]): boolean {
  const about = boxes.filter(({ text }) => saysReviewed(text))
  return about.length > 0 && about.every(({ checked }) => !checked)
}

function saysReviewed(text: string): boolean {
  return humanReviews.some((pattern) => pattern.test(text))
}

/** Boxes that are all unticked are a template that nobody answered. */
function isTouched(boxes: readonly Attestation[]): boolean {
  return boxes.some((box) => box.checked)
}

function decideTested(answer: string | null, boxes: readonly Attestation[]): boolean | null {
  if (answer !== null) return readYesNo(answer) ?? true
  const about = boxes.filter((box) => testsRun.test(box.text))
  if (about.length === 0 || !isTouched(boxes)) return null
  return about.some((box) => box.checked)
}

// "Yes" says that it was verified, not how.
const bareAnswer = /^\W*(?:yes|y|yep|done|true|no|n)\W*$/i

function attests(text: string): boolean {
  return saysReviewed(text) || testsRun.test(text)
}

/** "Human review: yes" is a label whose value is the whole passage. */
function labelledAnswer(values: readonly (readonly Block[])[]): string | null {
  for (const [first] of values) {
    const text = first?.kind === 'paragraph' ? paragraphToText(first) : ''
    if (!isPlaceholder(text)) return text
  }
  return null
}

function withoutBoxes(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'list') return [block]
    const items = block.items.filter((item: Item) => item.checked === null)
    return items.length === 0 ? [] : [{ ...block, items }]
  })
}
