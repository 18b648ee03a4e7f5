// Reads one pull request: its description and commit messages through texts, their traces through signals.

import { type Bounded, maxMilliseconds, minTimed, unbounded } from '../bounded.ts'
import { readConsent } from '../consent/read-consent.ts'
import type { SourceRef } from '../document/place.ts'
import { createUnreadDocument, type Document, readDocument } from '../document/read-document.ts'
import { createSourceText } from '../document/source-text.ts'
import type { Commit, PullRequest } from '../pull-request.ts'
import { maxRows, maxTools, RowLimits } from '../record/limit-rows.ts'
import type { WorklogRecord } from '../record/schema.ts'
import { sectionNames } from '../record/section-name.ts'
import { mergeTools, type ToolRow } from '../signals/merge-tools.ts'
import { readSignals, type Signals } from '../signals/read-signals.ts'
import { noOwnWords, type OwnWords } from '../vocabulary/own-words.ts'
import { findTool } from '../vocabulary/tools-index.ts'
import { combineReadings } from './combine-readings.ts'
import type { Extraction } from './extraction.ts'
import { numberCorrections, numberFailures, numberPrompts } from './number-rows.ts'
import { readBody } from './read-body.ts'
import type { Statement } from './read-statement.ts'
import { readText, type Title } from './read-text.ts'
import type { StatedTool } from './sections/read-tools.ts'
import { selectMessages } from './select-messages.ts'
import type { Placed } from './text-reading.ts'
import { translateWords } from './translate-words.ts'

/**
 * Everything that can be read from `pullRequest`, whose repository adds `words`; `bounded` stops what takes too long.
 * Never throws on what it holds.
 */
export function extractPullRequest(
  pullRequest: PullRequest,
  words: OwnWords = noOwnWords,
  bounded: Bounded = unbounded,
): Extraction {
  const { document, templateRanges, template } = readBody(
    pullRequest.body,
    pullRequest.templates,
    words,
    bounded,
  )
  const { consent, blocks } = readConsent(document.blocks, document.source.text)
  const body = { ...document, blocks }
  const { read: commits, parsed, tooLarge } = selectMessages(pullRequest.commits)
  const found = readSignals({ ...pullRequest, commits }, body.source, templateRanges, body.drafted)
  const context = {
    isKnown: isVendorOf(found),
    isTraced: found.isSignalled || found.links.length > 0,
    repository: pullRequest.repository,
  }
  const messages = readMessages(parsed, words, bounded)
  const reading = combineReadings([
    readText(body, readTitle(pullRequest.title), context),
    ...messages.map(({ document, title }) => readText(document, title, context)),
  ])
  const limits = new RowLimits()
  const merged = mergeTools(reading.tools.map(toToolRow), found.tools)
  const tools = limits.fit('tools', merged, maxTools).map(numbered)
  const prompts = limits.fit('prompts', reading.prompts)
  const failures = limits.fit('failed attempts', reading.failures)
  const corrections = limits.fit('manual corrections', reading.corrections)
  const linkedIssues = limits.fit('linked issues', reading.linkedIssues)
  const attestations = limits.fit('boxes about the review', reading.review.attestations)
  const links = limits.fit('links to sessions', found.links)
  const signals = limits.fit('traces of AI', found.signals)
  const statement = { ...reading.statement }
  addTrailerStatements(statement, found.statements)
  return {
    documents: [body, ...messages.map(({ document }) => document)],
    draftVersion: body.draftVersion,
    template,
    sources: listSources(pullRequest, [body, ...messages.map(({ document }) => document)], tooLarge),
    statements: [
      ...reading.said.map(({ answer, at }) => ({ answer, place: at })),
      ...found.statements.map(({ answer, place }) => ({ answer, place })),
    ].slice(0, maxRows),
    cut: limits.cut,
    contradictory: statement.used && statement.none,
    consent: consent && { ...consent, place: body.source.placeOf(consent.start, consent.end) },
    marks: found.marks,
    hasAllCommits:
      commits.length > 0 && commits.length === pullRequest.commits.length && !pullRequest.commitsTruncated,
    rows: {
      ...decideAiUse(statement, found.isSignalled),
      extent: reading.extent,
      sections: sectionNames.map((name) => ({
        name,
        ...(reading.sections.get(name) ?? { state: 'absent' as const, place: null }),
      })),
      tools,
      prompts: numberPrompts(prompts, tools),
      failures: numberFailures(failures, tools, prompts.length),
      corrections: numberCorrections(corrections, tools, prompts.length),
      context: { ...reading.context, linked_issues: linkedIssues },
      review: {
        human_reviewed: reading.review.human_reviewed,
        attestations: attestations.map(({ text, checked, at }) => ({
          text,
          checked,
          place: at,
        })),
        verification: reading.review.verification,
        tests_run: reading.review.tests_run,
      },
      links: links.map((row, index) => numberLink(row, index, tools)),
      signals: signals.map(numbered),
      commits: listCommits(pullRequest.commits, found.commits),
    },
  }
}

function isVendorOf({ tools, signals }: Signals): (vendor: string) => boolean {
  const vendors = new Set([
    ...tools.map(({ vendor }) => vendor),
    ...signals.map(({ tool_id }) => (tool_id === null ? null : (findTool(tool_id)?.vendor ?? null))),
  ])
  return (vendor) => vendors.has(vendor)
}

function readTitle(title: string | null): Title | null {
  return title === null ? null : { text: title, source: createSourceText(title, titleRef) }
}

const titleRef: SourceRef = { source: 'title', commitSha: null }

interface Message {
  document: Document
  title: Title
}

/** All messages together have the time of one body; those that did not come to their turn are not read. */
function readMessages(commits: readonly Commit[], words: OwnWords, bounded: Bounded): Message[] {
  const messages: Message[] = []
  const read = () => {
    for (const commit of commits) messages.push(readMessage(commit, words))
  }
  const characters = commits.reduce((sum, { message }) => sum + message.length, 0)
  if (characters < minTimed) read()
  else bounded(read, maxMilliseconds)
  const unread = commits.slice(messages.length).map(({ sha, message }): Message => {
    const document = createUnreadDocument(message, { source: 'commit', commitSha: sha })
    return { document, title: { text: '', source: document.source } }
  })
  return [...messages, ...unread]
}

/**
 * A commit message: its first line is a title, the rest is read as Markdown. A squash may bring the description’s lines on
 * consent, which only counts in the description; here, too, they are not about the work.
 */
function readMessage({ sha, message }: Commit, words: OwnWords): Message {
  const [title = ''] = message.split('\n', 1)
  const document = readDocument(message, { source: 'commit', commitSha: sha }, title.length)
  const { source } = document
  const { blocks } = readConsent(translateWords(document.blocks, source.text, words), source.text)
  return { document: { ...document, blocks }, title: { text: title.trimEnd(), source } }
}

/** The statement wins; else a trailer, footer or bot author counts; a branch name alone never does. */
function decideAiUse(
  { used, none }: { used: boolean; none: boolean },
  isSignalled: boolean,
): Pick<Extraction['rows'], 'ai_use' | 'ai_use_basis'> {
  if (used && none) return { ai_use: 'unknown', ai_use_basis: null }
  if (used || none) return { ai_use: used ? 'used' : 'none', ai_use_basis: 'statement' }
  return isSignalled ? { ai_use: 'used', ai_use_basis: 'signal' } : { ai_use: 'unknown', ai_use_basis: null }
}

function listSources(
  { commits, headRef, author }: PullRequest,
  [body, ...messages]: readonly Document[],
  tooLarge: ReadonlySet<Commit>,
): WorklogRecord['sources'] {
  const known = (isKnown: boolean) => (isKnown ? ('read' as const) : ('missing' as const))
  return [
    { source: 'body', commit_sha: null, state: body?.state ?? 'missing' },
    ...commits.map((commit) => ({
      source: 'commit' as const,
      commit_sha: commit.sha,
      state: tooLarge.has(commit) ? ('too_large' as const) : stateOf(commit, messages),
    })),
    { source: 'branch', commit_sha: null, state: known(headRef !== null) },
    { source: 'author', commit_sha: null, state: known(author !== null) },
  ]
}

/** Messages that say nothing of AI are not parsed, and are read all the same. */
function stateOf(commit: Commit, messages: readonly Document[]): Document['state'] {
  const document = messages.find(({ ref }) => ref.commitSha === commit.sha)
  return document === undefined || document.state === 'missing' ? 'read' : document.state
}

/** A denial in a commit speaks for that commit only. */
function addTrailerStatements(statement: Statement, trailers: Signals['statements']): void {
  for (const { answer, place } of trailers) {
    if (answer === 'used') statement.used = true
    else if (place.source === 'body') statement.none = true
  }
}

function toToolRow({ at, place: _place, start: _start, end: _end, ...tool }: Placed<StatedTool>): ToolRow {
  return { ...tool, places: [at], basis: 'declared' }
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

/** One row for every commit, the unread ones included. */
function listCommits(commits: readonly Commit[], read: WorklogRecord['commits']): WorklogRecord['commits'] {
  const rows = new Map(read.map((row) => [row.sha, row]))
  return commits.map(({ sha }) => rows.get(sha) ?? { sha, ai: null, tool_id: null })
}
