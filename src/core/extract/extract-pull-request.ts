// Reads one pull request: its description through passages, its commits, branch and author through signals.

import { maxCharacters } from '../document/parse-markdown.ts'
import type { SourceRef } from '../document/place.ts'
import { type Document, readDocument } from '../document/read-document.ts'
import type { SourceText } from '../document/source-text.ts'
import type { Commit, PullRequest } from '../pull-request.ts'
import type { WorklogRecord } from '../record/schema.ts'
import { type SectionName, sectionNames } from '../record/section-name.ts'
import { mergeTools, type ToolRow } from '../signals/merge-tools.ts'
import { readSignals, type Signals } from '../signals/read-signals.ts'
import type { Topic } from '../vocabulary/section-titles.ts'
import { assessSection, type SectionState } from './assess-section.ts'
import type { Extraction } from './extraction.ts'
import { findPassages } from './find-passages.ts'
import { numberCorrections, numberFailures, numberPrompts } from './number-rows.ts'
import type { Passage } from './passage.ts'
import { readExtent } from './read-extent.ts'
import { deniesAlone, readStatement, type Statement } from './read-statement.ts'
import { readContext } from './sections/read-context.ts'
import { readCorrections } from './sections/read-corrections.ts'
import { readFailures } from './sections/read-failures.ts'
import { readLinkedIssues } from './sections/read-linked-issues.ts'
import { readPrompts } from './sections/read-prompts.ts'
import { readReview, type StatedReview } from './sections/read-review.ts'
import { readTools, readToolsInProse, type StatedTool } from './sections/read-tools.ts'
import { findToolMentions } from './shapes/tool-mention.ts'

/** Everything that can be read from `pullRequest`. Never throws on what it holds. */
export function extractPullRequest(pullRequest: PullRequest): Extraction {
  const body = readDocument(pullRequest.body, bodyRef)
  const { text } = body.source
  const passages = findPassages(body.blocks, text)
  const about = (topic: Topic) => passages.filter((passage) => passage.topic === topic)
  const states = new Map(sectionNames.map((name) => [name, assessSection(name, about(name), text)]))
  const disclosures = about('disclosure')

  const commits = pullRequest.commits.filter(isReadable)
  const found = readSignals({ ...pullRequest, commits }, body.source)
  const stated = [...readTools(about('tools'), text), ...readToolsInProse(disclosures)]
  const tools = mergeTools(
    stated.map((tool) => toToolRow(tool, body.source)),
    found.tools,
  ).map(numbered)
  const statement = readStatement(disclosures, states, text, (words) => findToolMentions(words).length > 0)
  if (deniesAlone(body.blocks)) statement.none = true
  addTrailerStatements(statement, found.statements)

  const prompts = readPrompts(about('prompts'), text)
  const failures = readFailures(about('failures'), text)
  const corrections = readCorrections(about('corrections'), text)
  return {
    documents: [body],
    sources: listSources(pullRequest, body),
    contradictory: statement.used && statement.none,
    rows: {
      ...decideAiUse(statement, found.isSignalled),
      extent: readExtent(disclosures, text),
      sections: sectionNames.map((name) =>
        describeSection(name, states.get(name) ?? 'absent', about(name), body),
      ),
      tools,
      prompts: numberPrompts(prompts, tools, body.source),
      failures: numberFailures(failures, tools, prompts.length, body.source),
      corrections: numberCorrections(corrections, tools, prompts.length, body.source),
      context: {
        ...readContext(about('context'), text),
        linked_issues: readLinkedIssues(body.blocks, about('context'), pullRequest.repository),
      },
      review: placeReview(readReview(about('review'), disclosures, text), body.source),
      links: found.links.map((row, index) => numberLink(row, index, tools)),
      signals: found.signals.map(numbered),
      commits: listCommits(pullRequest.commits, found.commits),
    },
  }
}

const bodyRef: SourceRef = { source: 'body', commitSha: null }

/** The statement wins; else a trailer, footer or bot author counts; a branch name alone never does. */
function decideAiUse(
  { used, none }: { used: boolean; none: boolean },
  isSignalled: boolean,
): Pick<Extraction['rows'], 'ai_use' | 'ai_use_basis'> {
  if (used && none) return { ai_use: 'unknown', ai_use_basis: null }
  if (used || none) return { ai_use: used ? 'used' : 'none', ai_use_basis: 'statement' }
  return isSignalled ? { ai_use: 'used', ai_use_basis: 'signal' } : { ai_use: 'unknown', ai_use_basis: null }
}

function describeSection(
  name: SectionName,
  state: SectionState,
  passages: readonly Passage[],
  body: Document,
): WorklogRecord['sections'][number] {
  const [first] = passages
  return { name, state, place: first ? body.source.placeOf(first.start, first.end) : null }
}

function listSources({ commits, headRef, author }: PullRequest, body: Document): WorklogRecord['sources'] {
  const known = (isKnown: boolean) => (isKnown ? ('read' as const) : ('missing' as const))
  return [
    { source: 'body', commit_sha: null, state: body.state },
    ...commits.map((commit) => ({
      source: 'commit' as const,
      commit_sha: commit.sha,
      state: isReadable(commit) ? ('read' as const) : ('too_large' as const),
    })),
    { source: 'branch', commit_sha: null, state: known(headRef !== null) },
    { source: 'author', commit_sha: null, state: known(author !== null) },
  ]
}

function isReadable({ message }: Commit): boolean {
  return message.length <= maxCharacters
}

/** A denial in a commit speaks for that commit only. */
function addTrailerStatements(statement: Statement, trailers: Signals['statements']): void {
  for (const { answer, place } of trailers) {
    if (answer === 'used') statement.used = true
    else if (place.source === 'body') statement.none = true
  }
}

function toToolRow({ place, start: _start, end: _end, ...tool }: StatedTool, source: SourceText): ToolRow {
  return { ...tool, places: [source.placeOf(place.start, place.end)], basis: 'declared' }
}

function numbered<T>(row: T, index: number): { seq: number } & T {
  return { seq: index + 1, ...row }
}

function numberLink(
  { tool_id, place, ...link }: Signals['links'][number],
  index: number,
  tools: WorklogRecord['tools'],
): WorklogRecord['links'][number] {
  const tool = tools.find((row) => row.tool_id !== null && row.tool_id === tool_id)
  return { seq: index + 1, ...link, tool_seq: tool?.seq ?? null, place }
}

function placeReview({ attestations, ...review }: StatedReview, source: SourceText): WorklogRecord['review'] {
  return {
    ...review,
    attestations: attestations.map(({ text, checked, start, end }) => ({
      text,
      checked,
      place: source.placeOf(start, end),
    })),
  }
}

/** One row for every commit, the unread ones included. */
function listCommits(commits: readonly Commit[], read: WorklogRecord['commits']): WorklogRecord['commits'] {
  const rows = new Map(read.map((row) => [row.sha, row]))
  return commits.map(({ sha }) => rows.get(sha) ?? { sha, ai: null, tool_id: null })
}
