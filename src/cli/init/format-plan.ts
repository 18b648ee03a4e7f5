// A plan in words and as a diff, safe to show.

import { toSafeText } from '../../core/render/safe-text.ts'
import type { Change, Note, Plan } from '../../init/plan.ts'
import { escapeLines } from '../../report/escape-commands.ts'
import { type Environment, hasColor } from '../environment.ts'

/** The unified diff of `changes`; empty when there are none. */
export async function formatPatch(changes: readonly Change[], environment: Environment): Promise<Patch> {
  const { formatDiff } = await import('../../init/format-diff.ts')
  const diff = formatDiff(changes)
  const lines = diff.split('\n').map(toSafeLine)
  const isExact = lines.join('\n') === diff
  return { text: (hasColor(environment) ? lines.map(colorLine) : lines).join('\n'), isExact }
}

export interface Patch {
  text: string
  /** False when characters that do not show, or could act on a terminal or a log, were taken out. */
  isExact: boolean
}

/** A carriage return at the end of a line does nothing there, and `git apply` needs it. */
function toSafeLine(line: string): string {
  return line.endsWith('\r') ? `${safe(line.slice(0, -1))}\r` : safe(line)
}

// `git diff` alone does not show files that are new.
const explainNext = (command: string) => `
Next: look at them (\`git status\`), then commit and push them.
On a branch, \`${command} draft --update BODY.md\` writes the section for you.
`

/** What was written, what stays as it is, what Git will not commit, and what to do next. */
export function formatWritten(
  { changes, notes }: Plan,
  ignored: readonly string[],
  isUninstall: boolean,
  command: string,
): string {
  if (changes.length === 0) return formatUnchanged(notes, isUninstall)
  const lines = changes.map((change) => `${verbOf(change)} ${change.path}\n`).join('')
  const kept = ignored.map((path) => `Note: Git ignores ${path}, so nobody else gets it\n`).join('')
  return safe(lines + formatNotes(notes) + kept + (isUninstall ? '' : explainNext(command)))
}

/** Why a plan changes nothing. */
export function formatUnchanged(notes: readonly Note[], isUninstall: boolean): string {
  const nothing = isUninstall ? 'There is nothing of ours to remove.\n' : 'Everything is set up already.\n'
  return (notes.some(({ kind }) => kind !== 'kept') ? '' : nothing) + formatNotes(notes)
}

/** What `--check` found. */
export function formatMissing({ changes, notes }: Plan, command: string): string {
  const left = leftOf(notes)
  if (changes.length === 0) return `${left}Everything ${left === '' ? 'is' : 'else is'} set up.\n`
  const lines = changes.map(({ path, before }) => `${before === null ? 'missing' : 'out of date'}: ${path}\n`)
  return safe(`${lines.join('')}${left}\nRun \`${command} init\` to mend this.\n`)
}

/** What to know of a diff that is not exact. */
export const inexactNote =
  'Note: characters that do not show were left out of this diff, so `git apply` may refuse it; `ai-worklog init --yes` writes them as they are.\n'

/** One line a note. */
export function formatNotes(notes: readonly Note[]): string {
  return safe(notes.map((note) => `${note.kind === 'kept' ? 'Kept' : 'Left'} ${describe(note)}\n`).join(''))
}

function leftOf(notes: readonly Note[]): string {
  return formatNotes(notes.filter(({ kind }) => kind !== 'kept'))
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
