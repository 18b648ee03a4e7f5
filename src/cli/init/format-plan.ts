// A plan in words and as a diff, safe to show.

import { toSafeText } from '../../core/render/safe-text.ts'
import type { Change, Note, Plan } from '../../init/plan.ts'
import { escapeLines } from '../../report/escape-commands.ts'
import { type Environment, hasColor } from '../environment.ts'

/** The unified diff of `changes`; empty when there are none. */
export async function formatPatch(changes: readonly Change[], environment: Environment): Promise<string> {
  const { formatDiff } = await import('../../init/format-diff.ts')
  const text = escapeLines(toSafeText(formatDiff(changes)))
  return hasColor(environment) ? text.split('\n').map(colorLine).join('\n') : text
}

// `git diff` alone does not show files that are new.
const nextSteps = `
Next: look at them (\`git status\`), then commit and push them.
On a branch, \`ai-worklog draft --update BODY.md\` writes the section for you.
`

/** What was written, what stays as it is, and what to do next. */
export function formatWritten({ changes, notes }: Plan, isUninstall: boolean): string {
  const lines = changes.map((change) => `${verbOf(change)} ${change.path}\n`).join('')
  const nothing = isUninstall ? 'There is nothing of ours to remove.\n' : 'Everything is set up already.\n'
  const hasLeft = notes.some(({ kind }) => kind === 'left')
  const next = changes.length === 0 || isUninstall ? '' : nextSteps
  return safe((lines || (hasLeft ? '' : nothing)) + formatNotes(notes) + next)
}

/** What `--check` found. */
export function formatMissing({ changes, notes }: Plan): string {
  if (changes.length === 0) return safe(`${leftOf(notes)}Everything is set up.\n`)
  const lines = changes.map(({ path, before }) => `${before === null ? 'missing' : 'out of date'}: ${path}\n`)
  return safe(`${lines.join('')}${leftOf(notes)}\nRun \`ai-worklog init\` to mend this.\n`)
}

/** One line a note. */
export function formatNotes(notes: readonly Note[]): string {
  return safe(notes.map((note) => `${note.kind === 'left' ? 'Left' : 'Kept'} ${describe(note)}\n`).join(''))
}

function leftOf(notes: readonly Note[]): string {
  return formatNotes(notes.filter(({ kind }) => kind === 'left'))
}

function describe({ path, text }: Note): string {
  return path === null ? text : `${path}: ${text}`
}

function verbOf({ before, after }: Change): string {
  if (before === null) return 'Created'
  return after === null ? 'Removed' : 'Changed'
}

function colorLine(line: string): string {
  if (/^(?:\+\+\+|---|diff )/.test(line)) return `\u001B[1m${line}\u001B[22m`
  if (line.startsWith('+')) return `\u001B[32m${line}\u001B[39m`
  if (line.startsWith('-')) return `\u001B[31m${line}\u001B[39m`
  return line.startsWith('@@') ? `\u001B[36m${line}\u001B[39m` : line
}

function safe(text: string): string {
  return escapeLines(toSafeText(text))
}
