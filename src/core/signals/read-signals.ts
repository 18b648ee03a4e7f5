// Gathers what a pull request's body, commits, branch and author trace or state about AI, as rows of the record.

import { blankRanges } from '../document/drafted-ranges.ts'
import { findBotRanges } from '../document/drop-bot-blocks.ts'
import type { Place } from '../document/place.ts'
import { createSourceText, type SourceText } from '../document/source-text.ts'
import type { Actor, Commit, PullRequest } from '../pull-request.ts'
import type { WorklogRecord } from '../record/schema.ts'
import { findTool } from '../vocabulary/tools-index.ts'
import { readBotAuthor } from './bot-author.ts'
import { type NamedBranch, readBranch, readBranchInSubject, readBranchInTitle } from './branch.ts'
import { readGitNote } from './git-notes.ts'
import type { Range } from './hidden-ranges.ts'
import { mergeTools, type ToolRow } from './merge-tools.ts'
import { findSessionFiles } from './session-files.ts'
import {
  type LinkRow,
  type Mark,
  mayHoldSignals,
  readTextSignals,
  type SignalRow,
  type TextSignals,
  type TrailerStatement,
  toToolRow,
} from './text-signals.ts'

/** Everything the signals and statement trailers of a pull request say; nothing of its prose. */
export interface Signals {
  /** Each trace once, with the place of the first. */
  signals: SignalRow[]
  links: LinkRow[]
  /** Tools of statement trailers (`declared`) and of traces (`signal`), folded; a branch alone gives none. */
  tools: ToolRow[]
  statements: TrailerStatement[]
  /** One row a commit, in order. */
  commits: WorklogRecord['commits']
  marks: Marks
  /** True when anything but the branch's name traces AI use: what makes `ai_use` `used` without a statement. */
  isSignalled: boolean
}

/** The trailers and footers of tools by the text they stand in. */
export interface Marks {
  body: readonly Mark[]
  /** One row a commit that was read, in order. */
  commits: readonly CommitMarks[]
}

export interface CommitMarks {
  sha: string
  marks: readonly Mark[]
  /** True when its author or committer is a tool's own account. */
  isByTool: boolean
  /** True when its subject is that of a merge. */
  isMerge: boolean
}

/** Reads the signals of a pull request. `ignored` and `drafted` are stretches of the body that are not the author's. */
export function readSignals(
  pullRequest: PullRequest,
  body: SourceText,
  ignored: readonly Range[] = [],
  drafted: readonly Range[] = [],
): Signals {
  const bots = findBotRanges(blankRanges(body.text, drafted))
  const inBody = readTextSignals(body, [...ignored, ...drafted, ...bots])
  const texts = [inBody]
  const branch = readBranchSignal(pullRequest.headRef)
  const traces = [
    ...branch,
    ...readTitleSignal(pullRequest.title),
    ...readActorSignal(pullRequest.author, null),
    ...findSessionFiles(pullRequest.files).map(toFileSignal),
  ]
  const marked: CommitMarks[] = []
  const commits = pullRequest.commits.map((commit) => readCommit(commit, texts, traces, marked))
  const signals = unique([...texts.flatMap((text) => text.signals), ...traces], keyOfSignal)
  return {
    signals,
    links: unique(
      texts.flatMap((text) => text.links),
      ({ url }) => url,
    ),
    tools: mergeTools(
      foldEqual(texts.flatMap((text) => text.tools.filter(({ basis }) => basis === 'declared'))),
      foldEqual([
        ...texts.flatMap((text) => text.tools.filter(({ basis }) => basis === 'signal')),
        ...signals.flatMap(toolOfSignal),
      ]),
    ),
    statements: unique(
      texts.flatMap((text) => text.statements),
      ({ key, value }) => `${key.toLowerCase()}\n${value}`,
    ),
    commits,
    marks: { body: inBody.marks, commits: marked },
    isSignalled: signals.some(({ kind }) => kind !== 'branch'),
  }
}

function readCommit(
  commit: Commit,
  texts: TextSignals[],
  traces: SignalRow[],
  marked: CommitMarks[],
): WorklogRecord['commits'][number] {
  const { sha, message } = commit
  const actors = [
    ...readActorSignal(commit.author, sha),
    ...(isSameActor(commit.author, commit.committer) ? [] : readActorSignal(commit.committer, sha)),
  ]
  traces.push(...actors)
  const about = { sha, isByTool: actors.length > 0, isMerge: mergeSubject.test(message) }
  const noted = commit.note === undefined ? null : readNote(commit.note, sha)
  if (noted !== null) texts.push(noted)
  const branch = readBranchInSubject(message)
  if (branch === null && !mayHoldSignals(message)) {
    marked.push({ ...about, marks: [] })
    return toCommit(sha, actors, [noted])
  }
  const source = createSourceText(message, { source: 'commit', commitSha: sha })
  traces.push(...toBranchSignal(branch, source))
  const found = readTextSignals(source, findBotRanges(message))
  texts.push(found)
  marked.push({ ...about, marks: found.marks })
  return toCommit(sha, actors, [found, noted])
}

const mergeSubject = /^Merge (?:(?:remote-tracking )?branch(?:es)?|pull request|tag|commit) /

function toCommit(
  sha: string,
  actors: readonly SignalRow[],
  found: readonly (TextSignals | null)[],
): WorklogRecord['commits'][number] {
  const texts = found.filter((text) => text !== null)
  const ai = actors.length > 0 || texts.some(({ isAi }) => isAi) ? true : null
  const tool = texts.flatMap(({ tools }) => tools).find(({ tool_id }) => tool_id !== null)?.tool_id
  const signals = [...actors, ...texts.flatMap((text) => text.signals)]
  const signal = signals.find(({ tool_id }) => tool_id !== null)?.tool_id
  return { sha, ai, tool_id: ai === null ? null : (tool ?? signal ?? null) }
}

/** Null when the note tells of no agent. */
function readNote(note: string, sha: string): TextSignals | null {
  const agents = readGitNote(note)
  if (agents.length === 0) return null
  const source = createSourceText(note, { source: 'note', commitSha: sha })
  const found: TextSignals = { signals: [], links: [], tools: [], statements: [], marks: [], isAi: true }
  for (const { mention, value, start, end } of agents) {
    const place = source.placeOf(start, end)
    found.signals.push({ kind: 'note', tool_id: mention?.tool_id ?? null, value, place })
    if (mention !== null) found.tools.push(toToolRow(mention, place, 'signal'))
  }
  return found
}

function toFileSignal(path: string): SignalRow {
  return { kind: 'session_file', tool_id: null, value: path, place: placeless('branch', null) }
}

function readActorSignal(actor: Actor | null, sha: string | null): SignalRow[] {
  const tool_id = readBotAuthor(actor)
  if (tool_id === null) return []
  const value = actor?.login ?? actor?.name ?? actor?.email ?? ''
  return [{ kind: 'bot_author', tool_id, value, place: placeless('author', sha) }]
}

function isSameActor(a: Actor | null, b: Actor | null): boolean {
  return a?.login === b?.login && a?.id === b?.id && a?.name === b?.name && a?.email === b?.email
}

function readBranchSignal(ref: string | null): SignalRow[] {
  const tool_id = readBranch(ref)
  return tool_id === null
    ? []
    : [{ kind: 'branch', tool_id, value: ref ?? '', place: placeless('branch', null) }]
}

function readTitleSignal(title: string | null): SignalRow[] {
  if (title === null) return []
  const source = createSourceText(title, { source: 'title', commitSha: null })
  return toBranchSignal(readBranchInTitle(title), source)
}

/** The subject of a commit or pull request may be all that is left of the branch's name. */
function toBranchSignal(named: NamedBranch | null, source: SourceText): SignalRow[] {
  const tool_id = readBranch(named?.name ?? null)
  if (!named || tool_id === null) return []
  const { name: value, start } = named
  return [{ kind: 'branch', tool_id, value, place: source.placeOf(start, start + value.length) }]
}

function placeless(source: 'author' | 'branch', commit_sha: string | null): Place {
  return { source, commit_sha, start: null, end: null }
}

/** The tool a bot author or a session's footer is, for traces that name no model. */
function toolOfSignal({ kind, tool_id, place }: SignalRow): ToolRow[] {
  const tool = tool_id === null || kind === 'branch' ? null : findTool(tool_id)
  if (!tool) return []
  const unsaid = { version: null, model: null, model_id: null, used_for: null }
  return [
    { tool_id: tool.id, name: tool.name, vendor: tool.vendor, ...unsaid, places: [place], basis: 'signal' },
  ]
}

function keyOfSignal({ kind, tool_id, value, place }: SignalRow): string {
  return `${kind}\n${tool_id ?? ''}\n${value.toLowerCase()}\n${place.source}`
}

/** Rows that say the same, as thirty commits with one trailer do, become one with the first place. */
function foldEqual(rows: readonly ToolRow[]): ToolRow[] {
  return unique(
    rows,
    ({ places, ...row }) => `${JSON.stringify(row)}${places.map(({ source }) => source).join()}`,
  )
}

function unique<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  const known = new Map<string, T>()
  for (const row of rows) {
    const key = keyOf(row)
    if (!known.has(key)) known.set(key, row)
  }
  return [...known.values()]
}
