// The store that `--store` names.

import { createClient } from '../../api/create-client.ts'
import { readGitHub } from '../../dataset/sources/github-access.ts'
import { openStore } from '../../dataset/store/open-store.ts'
import type { Store } from '../../dataset/store/store.ts'
import type { Environment } from '../environment.ts'
import type { Arguments } from '../read-arguments.ts'
import { defaultStore } from './read-values.ts'

/** Opens it; throws a UsageError for a place that is none, and for one on GitHub without a token. */
export async function openNamedStore(
  { values }: Arguments,
  { env }: Environment,
  signal: AbortSignal,
): Promise<Store> {
  const location = values.store?.at(-1) ?? defaultStore
  if (!location.startsWith('github-')) return openStore(location, { env })
  const access = readGitHub(env)
  const client = createClient({ ...access, signal, writes: true })
  return openStore(location, { env, github: { client, token: access.token } })
}
