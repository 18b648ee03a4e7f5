// Takes prompts out of a record: their texts, and their wording wherever else it was written.

import type { WorklogRecord } from '../record/schema.ts'
import { mapTexts } from './map-texts.ts'
import { createPhrases, cutPhrases } from './phrases.ts'

const mark = '[OMITTED:prompt]'
const linkMark = '[OMITTED:link]'

/** So many words in a row are the prompt's wording; fewer are anybody's. */
const mostWords = 4
/** A prompt of one word, such as “continue”, says nothing. */
const fewestWords = 2

/** `record` without the texts of its prompts; with `withLength` false also without their lengths. */
export function omitPrompts(record: WorklogRecord, withLength: boolean): WorklogRecord {
  const texts = record.prompts.flatMap(({ text }) => text ?? [])
  const cutPrompts = createPromptCut(texts)
  const open = new Set(record.links.filter(({ kind }) => isOpen(kind)).map(({ url }) => url))
  const cut = (text: string) => {
    let clean = text
    for (const url of open) if (url !== '') clean = clean.replaceAll(url, () => linkMark)
    return cutPrompts(clean)
  }
  const clean = mapTexts(record, cut)
  return {
    ...clean,
    prompts: clean.prompts.map((row) => ({
      ...row,
      text: null,
      length: withLength ? row.length : null,
      place: withLength ? row.place : { ...row.place, start: null, end: null },
    })),
    findings: clean.findings.map((finding) =>
      withLength || finding.place === null ? finding : { ...finding, place: { ...finding.place, end: null } },
    ),
  }
}

/** Puts a mark into a text for each stretch of the wording of `prompts`. */
export function createPromptCut(prompts: readonly string[]): (text: string) => string {
  const phrases = createPhrases(prompts, mostWords, fewestWords)
  return (text) => cutPhrases(text, phrases, mark)
}

/** Whether whoever has the link can read the prompts there; sessions and checkpoints are behind a login. */
function isOpen(kind: WorklogRecord['links'][number]['kind']): boolean {
  return kind === 'share' || kind === 'transcript'
}
