// What was found, on standard error: the branch, the sessions with why, what was skipped and what to do next.

import type { Branch } from '../../capture/branch/branch.ts'
import type { FoundSessions } from '../../capture/find/find-sessions.ts'
import type { Selected } from '../../capture/find/selected.ts'
import type { Style } from '../../report/style.ts'
import { describeReasons, listFacts, plural, toName } from './describe-session.ts'

const mostShown = 30

/** Lines without newlines. Text from outside is made safe to show. `isAll` says that older files were looked at too. */
export function formatFound(found: FoundSessions, branch: Branch, style: Style, isAll: boolean): string[] {
  const { selected, near } = found
  return [
    describeBranch(branch),
    ...(selected.length > 0
      ? [`${plural(selected.length, 'session')} behind it:`, ...formatSessions(selected, style)]
      : formatNone(found, branch, style, isAll)),
    ...(selected.length > 0 ? formatSkipped(selected) : formatSkipped(near)).map((line) =>
      style('dim', line),
    ),
    ...[...branch.notices, ...found.notices].map((notice) => style('yellow', `Note: ${toName(notice)}`)),
  ]
}

function describeBranch({ name, base, commits, files, head, root }: Branch): string {
  if (head === null && files.length === 0) return `Folder ${toName(root)}.`
  const what = name === null ? 'Detached HEAD' : `Branch ${toName(name)}`
  const since = base === null ? '' : ` since ${toName(base)}`
  return `${what}: ${plural(commits.length, 'commit')} and ${plural(files.length, 'changed file')}${since}.`
}

function formatSessions(sessions: readonly Selected[], style: Style): string[] {
  const lines = sessions.slice(0, mostShown).flatMap((one) => {
    const facts = listFacts(one)
    const counts = [
      plural(facts.prompts, 'prompt'),
      ...(facts.failures > 0 ? [plural(facts.failures, 'failure')] : []),
      ...(facts.interventions > 0 ? [plural(facts.interventions, 'intervention')] : []),
    ]
    const tool = facts.version === null ? facts.tool : `${facts.tool} ${facts.version}`
    const when = facts.started_at === null ? 'no time' : formatTime(facts.started_at, facts.ended_at)
    return [
      `  ${style('bold', facts.id)}  ${tool}  ${when}  ${counts.join(', ')}`,
      style('dim', `    ${describeReasons(facts.why)}`),
    ]
  })
  const rest = sessions.length - mostShown
  return rest > 0 ? [...lines, `  … and ${rest} more`] : lines
}

/** Minutes in UTC; the day once. */
function formatTime(from: string, to: string | null): string {
  const start = from.slice(0, 16).replace('T', ' ')
  if (to === null || to.slice(0, 16) === from.slice(0, 16)) return `${start} UTC`
  const isSameDay = to.slice(0, 10) === from.slice(0, 10)
  return `${start} to ${isSameDay ? to.slice(11, 16) : to.slice(0, 16).replace('T', ' ')} UTC`
}

function formatNone({ near, files }: FoundSessions, branch: Branch, style: Style, isAll: boolean): string[] {
  const remedy = `${isAll ? '' : '`--all` looks at older files too, '}\`--session <id or file>\` takes a session whatever it did`
  const looked = `${plural(files, 'file')} with sessions ${files === 1 ? 'was' : 'were'} looked at`
  const isNone = files === 0 && near.length === 0
  if (branch.files.length === 0 && branch.commits.length === 0) {
    const why =
      branch.head === null
        ? 'Nothing to go by: there are no commits and no files of a branch here. Go to a clone with the branch checked out'
        : `Nothing to draft: HEAD has no commits of its own${branch.base === null ? '' : ` since ${toName(branch.base)}`}, and nothing is uncommitted. Check out the branch, or name what it goes into with \`--base <ref>\``
    return [`${why}, or name a session with \`--session <id or file>\`.`, ...formatNear(near, style)]
  }
  return [
    isNone
      ? `No session of a coding agent was found on this machine${isAll ? '' : ' that is as recent as this branch'}. ${remedy}.`
      : `No session made a commit of this branch or edited a file for it (${looked}). ${remedy}.`,
    ...formatNear(near, style),
  ]
}

function formatNear(near: readonly Selected[], style: Style): string[] {
  if (near.length === 0) return []
  return [
    'Not for this branch, but near: ran here, on a branch of this name, or edited its files for other commits:',
    ...formatSessions(near, style),
  ]
}

/** Rows that were not understood and places that are broken, over all sessions. */
function formatSkipped(sessions: readonly Selected[]): string[] {
  const rows = new Map<string, number>()
  const problems = new Map<string, number>()
  let cut = 0
  for (const { session } of sessions) {
    for (const [type, count] of session.skipped) rows.set(type, (rows.get(type) ?? 0) + count)
    for (const { reason, count } of session.problems)
      problems.set(reason, (problems.get(reason) ?? 0) + count)
    if (session.isCut) cut++
  }
  const list = (counts: Map<string, number>) =>
    [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, 8)
      .map(([what, count]) => `${toName(what)} ${count}×`)
      .join(', ')
  return [
    ...(rows.size > 0 ? [`Rows of a kind that is not known, skipped: ${list(rows)}.`] : []),
    ...(problems.size > 0 ? [`Broken places, skipped: ${list(problems)}.`] : []),
    ...(cut > 0 ? [`${plural(cut, 'session')} too long to be kept whole.`] : []),
  ]
}
