// The list of who does not want to be in the dataset: a file of the team’s, one entry a line.

import { UsageError } from '../../report/usage-error.ts'
import type { Erasable } from '../erase/tombstones.ts'

/** All in lower case. */
export interface OptOutList {
  /** Logins. */
  authors: readonly string[]
  /** `owner/name`. */
  repositories: readonly string[]
  /** `owner/name#12`. */
  pullRequests: readonly string[]
}

export const noOptOut: OptOutList = { authors: [], repositories: [], pullRequests: [] }

const forms: Readonly<Record<string, RegExp>> = {
  author: /^[a-z0-9][a-z0-9_-]{0,99}(?:\[bot\])?$/,
  repository: /^[\w.-]{1,100}\/[\w.-]{1,100}$/,
  'pull-request': /^[\w.-]{1,100}\/[\w.-]{1,100}#[1-9]\d{0,14}$/,
}

/**
 * The entries of `text`: `author:login`, `repository:owner/name` or `pull-request:owner/name#12`, one a line; what follows
 * a `#` at the start of a line or behind white space is a comment. Throws a UsageError that names every bad line of file
 * `name`: an entry that is not understood would keep someone in who wants out.
 */
export function parseOptOutList(text: string, name: string): OptOutList {
  const entries = new Map<string, string[]>(Object.keys(forms).map((kind) => [kind, []]))
  const bad: string[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const entry = line.replace(/(?:^|\s)#.*$/, '').trim()
    if (entry === '') continue
    const [, kind = '', value = ''] = /^([a-z-]+)\s*:\s*@?(.*)$/.exec(entry.toLowerCase()) ?? []
    if (forms[kind]?.test(value) === true) entries.get(kind)?.push(value)
    else bad.push(`${name}:${index + 1}: unexpected \`${toShown(entry)}\``)
  }
  if (bad.length > 0) {
    const expected =
      'expected `author:<login>`, `repository:<owner>/<name>` or `pull-request:<owner>/<name>#<number>`'
    throw new UsageError(`${bad.slice(0, 10).join('\n')}\n${expected}`)
  }
  const list = (kind: string) => [...new Set(entries.get(kind))].sort()
  return { authors: list('author'), repositories: list('repository'), pullRequests: list('pull-request') }
}

function toShown(entry: string): string {
  return entry.replace(/[^\x20-\x7E]/g, '?').slice(0, 100)
}

/** Tells whether a record is on `list`. A record that does not name its author cannot be found by it. */
export function createOptOutCheck(
  list: OptOutList,
): (record: Pick<Erasable, 'author' | 'repository' | 'number'>) => boolean {
  const authors = new Set(list.authors)
  const repositories = new Set(list.repositories)
  const pullRequests = new Set(list.pullRequests)
  return ({ author, repository, number }) => {
    const name = repository?.toLowerCase()
    return (
      (author !== null && authors.has(author.toLowerCase())) ||
      (name !== undefined && (repositories.has(name) || pullRequests.has(`${name}#${number}`)))
    )
  }
}
