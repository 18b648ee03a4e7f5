// The first lines: what there is, in sentences.

import type { RootContent } from 'mdast'
import { heading, list, paragraph, phrase, text } from '../../../core/render/markdown.ts'
import { formatCount, formatNumberOf, formatRate, formatShare, smallCount } from '../rates.ts'
import type { AboutReport } from '../report-json.ts'
import type { Coverage, ReportResults } from '../report-results.ts'
import { monthName } from '../report-words.ts'

/** The title and the answers that most readers want. */
export function renderHeadline(results: ReportResults, about: AboutReport): RootContent[] {
  const { overview } = results
  const title = heading(2, text('AI worklog report'))
  if (overview.pull_requests === 0) return [title, paragraph(text('There are no pull requests yet.'))]
  const sentences = [sayUse(results), sayMerged(results), sayLessons(results), sayVersions(results)]
  return [
    title,
    paragraph(text(`${sayExtent(results)}${sayVersion(about)}`)),
    list(sentences.filter((sentence) => sentence !== '').map((sentence) => [paragraph(...phrase(sentence))])),
    paragraph(...phrase(sayHowToRead(overview.pull_requests))),
  ]
}

function sayExtent({ overview }: ReportResults): string {
  const { pull_requests, repositories, first_month, last_month } = overview
  const from = monthName(first_month)
  const to = monthName(last_month)
  const when = from === to ? `opened in ${from}` : `opened from ${from} to ${to}`
  const where =
    repositories === 0
      ? ''
      : ` of ${repositories === 1 ? '1 repository' : `${formatCount(repositories)} repositories`}`
  return `${formatNumberOf(pull_requests, 'pull request')}${where}${first_month === null ? '' : `, ${when}`}.`
}

function sayVersion({ datasetVersion, asOf }: AboutReport): string {
  const parts = [
    ...(datasetVersion ? [`version ${datasetVersion} of the dataset`] : []),
    ...(asOf ? [`as of ${asOf}`] : []),
  ].join(', ')
  return parts === '' ? '' : ` ${parts[0]?.toUpperCase()}${parts.slice(1)}.`
}

function sayUse({ overview: { pull_requests, ai_used, ai_not_used } }: ReportResults): string {
  const unknown = pull_requests - ai_used - ai_not_used
  const share = (part: number) => formatShare(part, pull_requests)
  return `AI was used in ${share(ai_used)}; the author states that none was in ${share(ai_not_used)}; unknown in ${share(unknown)}: nothing said is not “none”.`
}

function sayMerged({ outcomes }: ReportResults): string {
  const countOf = (outcome: string) =>
    outcomes.rows.find((row) => row.ai_use === 'used' && row.outcome === outcome)?.pull_requests ?? 0
  const closed = countOf('merged') + countOf('closed_unmerged')
  if (closed === 0) return ''
  return `Merged, of the closed ones with AI used: ${formatRate(countOf('merged'), closed)}.`
}

function sayLessons({ overview }: ReportResults): string {
  const failures = formatNumberOf(overview.failures, 'failed attempt')
  const corrections = formatNumberOf(overview.corrections, 'manual correction')
  const inFailures = formatNumberOf(overview.with_failures, 'pull request')
  const inCorrections = formatNumberOf(overview.with_corrections, 'pull request')
  return `Told: ${failures} in ${inFailures}, and ${corrections} in ${inCorrections}. What is not told is not known to be absent.`
}

function sayVersions({ overview, coverage }: ReportResults): string {
  const find = (of: Coverage['of'], field: string) =>
    formatCount(coverage.find((row) => row.of === of && row.field === field)?.pull_requests ?? 0)
  const all = formatNumberOf(overview.pull_requests, 'pull request')
  return `Of ${all} ${find('pull_requests', 'tools')} name a tool, ${find('tools', 'version')} its version, ${find('tools', 'model')} its model.`
}

function sayHowToRead(pullRequests: number): string {
  if (pullRequests < smallCount)
    return `There are fewer than ${smallCount} pull requests: read the counts as single cases, not as findings.`
  return `Counts below ${smallCount} are single cases, not findings, and have no percentage. A range such as \`48–72 %\` is the 95 % interval: where ranges overlap, these numbers show no clear difference.`
}
