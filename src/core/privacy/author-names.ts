// By what names a pull request's people go: logins, names as git records them, and e-mail addresses.

import type { Actor, PullRequest } from '../pull-request.ts'
import { readBotAuthor } from '../signals/bot-author.ts'

/** The names of the author and of whoever committed, each once. Bots and GitHub itself are nobody. */
export function listAuthorNames({ author, authorType, commits }: PullRequest): string[] {
  const actors = [
    ...(authorType === 'Bot' ? [] : [author]),
    ...commits.flatMap((commit) => [commit.author, commit.committer]),
  ]
  return [...new Set(actors.flatMap((actor) => (actor === null || isNobody(actor) ? [] : namesOf(actor))))]
}

function isNobody(actor: Actor): boolean {
  const { login, email } = actor
  return (
    readBotAuthor(actor) !== null ||
    login === 'web-flow' ||
    email === 'noreply@github.com' ||
    [login, email].some((name) => name?.includes('[bot]') === true)
  )
}

function namesOf({ login, name, email }: Actor): string[] {
  // `12345+octocat@users.noreply.github.com` is octocat's.
  const local = email?.split('@', 1)[0]?.replace(/^\d+\+/, '')
  return [login, name, email, local].flatMap((each) => {
    const trimmed = each?.trim() ?? ''
    return trimmed.length < 2 || generic.test(trimmed) ? [] : [trimmed]
  })
}

// As a name of git's or before an `@` these are nobody's.
const generic =
  /^(?:root|user|username|your name|name|admin|dev|developer|test|ubuntu|runner|git|github|me|mail|info|hello|contact|no-?reply|unknown)$/i
