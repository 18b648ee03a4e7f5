// What a build was not told, taken from the previous version: a dataset without names must not get them back because
// somebody forgot an option.

import { UsageError } from '../../report/usage-error.ts'
import type { BuildState } from '../store/state.ts'
import type { BuildOptions } from './build-options.ts'

/** How the version is built. Throws a UsageError for what does not go together. */
export function settleOptions(
  { authors, audience, license, allowPrivate, pseudonymKey }: BuildOptions,
  previous: BuildState | null,
): BuildState {
  const settled = {
    audience: audience ?? previous?.audience ?? 'team',
    license: license ?? previous?.license ?? null,
    allow_private: allowPrivate ?? previous?.allow_private ?? false,
  }
  const asBefore = previous?.audience === settled.audience ? previous.authors : null
  const named = authors ?? asBefore ?? (settled.audience === 'public' ? 'omit' : 'login')
  if (settled.audience === 'public' && named === 'login') {
    throw new UsageError(
      'A dataset for the public names nobody: `authors` must be `omit` or `pseudonym` with the audience `public`',
    )
  }
  if (named === 'pseudonym' && (pseudonymKey === null || pseudonymKey.length < 16)) {
    throw new UsageError(
      'Pseudonyms need a secret key of at least 16 characters in AI_WORKLOG_PSEUDONYM_KEY (the input `pseudonym-key` of the action): `openssl rand -hex 32` makes one; keep it for the next version',
    )
  }
  return { authors: named, ...settled }
}
