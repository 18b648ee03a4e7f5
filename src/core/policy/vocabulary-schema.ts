// The part of the policy schema with which a repository teaches the reader its own words.

import * as v from 'valibot'
import { headingTopics, labelNames } from '../vocabulary/own-words.ts'
import { expectFewer, expectTexts, expectWord, maxWordLength, maxWords } from './expect-value.ts'
import { documented, mapping } from './schema-mapping.ts'

function words(title: string, description: string, example: string) {
  return documented(
    v.pipe(
      v.array(
        v.pipe(
          v.string(expectWord),
          v.regex(/^[^\r\n]*\S[^\r\n]*$/, expectWord),
          v.maxLength(maxWordLength, expectWord),
        ),
        expectTexts,
      ),
      v.maxLength(maxWords, expectFewer),
    ),
    title,
    description,
    [example],
  )
}

const headings = Object.fromEntries(
  headingTopics.map((topic) => [
    topic,
    words(`Titles of ${topic}`, `Titles and labels that announce ${topic}.`, headingExample(topic)),
  ]),
) as Record<(typeof headingTopics)[number], ReturnType<typeof words>>

const labels = Object.fromEntries(
  Object.entries(labelNames).map(([name, label]) => [
    name,
    words(`Labels of ${name}`, `Labels that mean the same as \`${label}:\`.`, `Our ${name}`),
  ]),
) as Record<keyof typeof labelNames, ReturnType<typeof words>>

/** `vocabulary` of a policy file. */
export const vocabulary = documented(
  mapping({
    headings: documented(
      mapping(headings),
      'Own titles',
      'Titles and labels of the repository’s own, by what they announce.',
      { disclosure: ['KI-Nutzung'] },
    ),
    labels: documented(
      mapping(labels),
      'Own labels',
      'Labels of the repository’s own, by the label they stand for.',
      { tool: ['Werkzeug'] },
    ),
    denials: words('Own denials', 'Answers that mean “none”.', 'keine KI'),
    placeholders: words(
      'Own placeholders',
      'Lines and values that stand in for an answer.',
      'bitte ausfüllen',
    ),
  }),
  'Vocabulary',
  'Words of the repository’s own, in any language, beside those the reader knows.',
  { headings: { disclosure: ['KI-Nutzung'] }, denials: ['keine KI'] },
)

function headingExample(topic: string): string {
  return topic === 'disclosure' ? 'KI-Nutzung' : `Our ${topic}`
}
