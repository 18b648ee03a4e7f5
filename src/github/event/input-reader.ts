// Reads inputs of an action. Wrong values are never replaced by a default: all of them are reported together, so that one
// run tells everything there is to mend.

import { UsageError } from '../../report/usage-error.ts'

/** The variables of a process, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

export interface InputReader {
  /** As written, without white space around it. */
  text(name: string): string
  /** The value of input `name`; `fallback` when it is empty. `parse` gives null for what is not `expected`. */
  read<T>(name: string, expected: string, fallback: T, parse: (text: string) => T | null): T
  /** Something else that is wrong, in a sentence without a full stop. */
  report(problem: string): void
  /** Throws a {@link UsageError} that names every wrong input, a line each. */
  finish(): void
}

export function createInputReader(env: Environment): InputReader {
  const problems: string[] = []
  const text = (name: string) => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
  return {
    text,
    read(name, expected, fallback, parse) {
      const given = text(name)
      if (given === '') return fallback
      const value = parse(given)
      if (value !== null) return value
      problems.push(`\`${name}\` must be ${expected}, got \`${shorten(given)}\``)
      return fallback
    },
    report: (problem) => problems.push(problem),
    finish() {
      if (problems.length > 0) throw new UsageError(problems.join('\n'))
    },
  }
}

export const artifactNameRule =
  'at most 200 characters, not only dots, and without `"`, `:`, `<`, `>`, `|`, `*`, `?`, `/`, `\\` or control characters'

// The artifact service's own rule, and, as the name is also a folder's, no name that leads elsewhere.
export function parseArtifactName(text: string): string | null {
  return text.length <= 200 && !/["*/:<>?\\|\p{Cc}]/u.test(text) && !/^\.+$/.test(text) ? text : null
}

export function parseBoolean(text: string): boolean | null {
  return text === 'true' ? true : text === 'false' ? false : null
}

/** From 1 to `maximum`. */
export function parseWholeNumber(text: string, maximum: number): number | null {
  const value = /^[1-9][0-9]*$/.test(text) ? Number(text) : Number.NaN
  return value <= maximum ? value : null
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 100 ? `${line.slice(0, 100)}…` : line
}
