// How authors are named, of what was asked for and of whom the dataset is for.

import type { Audience, AuthorMode } from './build-options.ts'

export interface AuthorDecision {
  authors: AuthorMode
  /** `names_people`: logins were asked for in a public dataset; `needs_key`: pseudonyms without a key that is long enough. */
  problem: 'names_people' | 'needs_key' | null
}

/** In characters. */
const shortestKey = 16

/** `asked` is null when nothing was: then a public dataset names nobody. */
export function decideAuthors(
  audience: Audience,
  asked: AuthorMode | null,
  pseudonymKey: string | null,
): AuthorDecision {
  const authors = asked ?? (audience === 'public' ? 'omit' : 'login')
  if (audience === 'public' && authors === 'login') return { authors, problem: 'names_people' }
  const isKeyed = pseudonymKey !== null && pseudonymKey.length >= shortestKey
  return { authors, problem: authors === 'pseudonym' && !isKeyed ? 'needs_key' : null }
}
