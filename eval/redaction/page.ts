// The text of docs/redaction.md. Pure. Texts of third parties are counted, not shown.

import { createTable } from '../../scripts/docs/markdown-table.ts'
import { settings } from './kind.ts'
import type { RealTexts } from './real-texts.ts'
import { type KindScore, seeds } from './score.ts'

export interface RedactionResults {
  kinds: { ours: KindScore; secretlint: KindScore }[]
  /** Texts that must stay, and those that did not. */
  negatives: { total: number; touched: string[] }
  /** What secretlint still sees in what we redacted. */
  seen: number
  /** Null without the data. */
  real: RealTexts | null
}

/** The page, which ends with a newline. */
export function createRedactionPage({ kinds, negatives, seen, real }: RedactionResults): string {
  const sum = (of: 'ours' | 'secretlint') =>
    share(
      kinds.reduce((count, kind) => count + kind[of].removed, 0),
      kinds.reduce((count, kind) => count + kind[of].total, 0),
    )
  const worst = kinds
    .map(({ ours }) => ours)
    .reduce((a, b) => (a.removed * b.total <= b.removed * a.total ? a : b))
  return `# Redaction, measured

<!-- Written by \`npm run eval:redaction\`. -->

\`npm run eval:redaction\` makes secrets at random, ${kinds.length} kinds with ${seeds} seeds each, puts each into ${settings.length} settings (${settings.map(({ name }) => name).join(', ')}; “bare url” only what needs no encoding), and redacts the text as a record is redacted. A secret counts as removed when no eight characters in a row of it are left, also after decoding. The baseline is secretlint's recommended rules in the same run, with the ranges it reports taken out.

The kinds were known when the rules were written. A second set, 143 kinds by somebody who had not seen the rules, was scored blind: 91.7 % of 18,835 texts, 34 kinds under 95 %, and 2 of 291 harmless texts touched. After the rules had learned from it they were 99.1 %, 5 kinds (told passwords, pairs of login and password, rare command lines, two kinds of keys) and 0. Expect something between the two of kinds that are not here; this paragraph is written by hand. What has no form and no name beside it, such as forty random characters alone in a sentence, is not found: nothing tells it from a hash.

${createTable(
  ['', 'Removed'],
  [
    ['ai-worklog', sum('ours')],
    ['secretlint', sum('secretlint')],
  ],
)}

Least removed: ${worst.name}, ${share(worst.removed, worst.total)}. Of ${negatives.total} texts that look like secrets and are none, ${negatives.touched.length} were touched. In what we redacted secretlint still sees ${seen} secrets.

${createTable(
  ['Kind', 'Removed', 'secretlint'],
  kinds.map(({ ours, secretlint }) => [
    `\`${ours.name}\``,
    share(ours.removed, ours.total),
    share(secretlint.removed, secretlint.total),
  ]),
)}
${real === null ? '' : `\n${describeReal(real)}`}`
}

function describeReal({ texts, characters, hits, kept }: RealTexts): string {
  return `## Real pull requests

Titles, descriptions and commit messages of real pull requests: ${count(texts)} texts, ${count(characters)} characters.

${createTable(
  ['Rule', 'Hits'],
  [...hits]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([rule, number]) => [`\`${rule}\``, count(number)]),
)}

What must stay, found in the same texts by its form, and how much of it a hit touches:

${createTable(
  ['Form', 'In the texts', 'Touched'],
  [...kept].map(([name, { total, touched }]) => [name, count(total), count(touched.length)]),
)}
`
}

const count = (number: number) => number.toLocaleString('en-US')

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`
