// The verdict and the state of AI use in words, the same in every report.

import type { WorklogRecord } from '../record/schema.ts'

/** One line: the verdict and how many findings it rests on. Of a pull request that is closed nothing must be fixed. */
export function describeVerdict({ policy, findings, ai_use, source }: WorklogRecord): string {
  const weighty = findings.filter(({ severity }) => severity !== 'info').length
  if (weighty > 0) {
    const things = weighty === 1 ? '1 thing' : `${weighty} things`
    if (policy.result === 'skipped') return `⚠️ AI worklog: exempt, but ${things} to look at`
    const mustFix = policy.result === 'fail' && source.state !== 'closed'
    return mustFix ? `❌ AI worklog: ${things} to fix` : `⚠️ AI worklog: ${things} to look at`
  }
  if (policy.result === 'skipped') return '➖ AI worklog: exempt, nothing asked'
  if (ai_use === 'none') return '✅ AI worklog: no AI used'
  if (ai_use === 'unknown') return '✅ AI worklog: nothing said about AI, nothing asked'
  return '✅ AI worklog: documented'
}

/** A sentence or two: whether AI was used, how that is known, with what, and how complete the record is. */
export function describeAiUse({
  ai_use,
  ai_use_basis,
  tools,
  signals,
  completeness,
  sections,
}: WorklogRecord): string {
  if (ai_use === 'none') return 'The author states that no AI was used.'
  if (ai_use === 'unknown') {
    const hint = signals.length > 0 ? ' A branch name alone is not counted as use.' : ''
    return `The description does not say whether AI was used.${hint}`
  }
  const names = [...new Set(tools.map(({ name }) => name))].slice(0, 5).join(', ')
  const what = names === '' ? 'AI was used' : `AI was used: ${names}`
  const traces = signals.filter(({ kind }) => kind !== 'branch')
  const isRead = traces.length > 0 && traces.every(({ kind }) => kind === 'transcript')
  const trace = isRead ? 'as a transcript shows' : 'as a trailer, footer or bot author shows'
  const how = ai_use_basis === 'statement' ? 'as stated' : trace
  return `${what} (${how}). ${completeness.present.length} of ${sections.length} sections are documented.`
}

/** What follows a row that nobody wrote: ` (from a transcript)`; else nothing. */
export function markBasis(basis: WorklogRecord['prompts'][number]['basis']): string {
  return basis === 'transcript' ? ' (from a transcript)' : ''
}
