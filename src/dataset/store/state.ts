// `store/state.json`: what a run must remember for the next one. Read strictly: a wrong state would lose records, fetch
// all artifacts again or let erased ones come back.

import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { UsageError } from '../../report/usage-error.ts'
import { isVersion } from './version.ts'

const tombstoneSchema = v.strictObject({
  /** What was asked to be erased. */
  kind: v.picklist(['author', 'repository', 'pull_request']),
  /** HMAC of what is erased, hex, so that the list does not name it; see `erase/tombstones.ts`. */
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')),
  /** When, ISO 8601 in UTC. */
  at: v.pipe(v.string(), v.isoTimestamp('must be a time in ISO 8601')),
})

const artifactSchema = v.strictObject({
  repository: v.pipe(v.string(), v.nonEmpty()),
  id: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  digest: v.nullable(v.string()),
})

const historySchema = v.strictObject({
  repository_id: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Its pull requests have been read until then, ISO 8601 in UTC. */
  through: v.pipe(v.string(), v.isoTimestamp('must be a time in ISO 8601')),
})

const buildSchema = v.strictObject({
  authors: v.picklist(['login', 'pseudonym', 'omit']),
  audience: v.picklist(['team', 'public']),
  license: v.nullable(v.string()),
  allow_private: v.boolean(),
})

/** How a version was built; the next one is built so too, unless it is told otherwise. */
export type BuildState = v.InferOutput<typeof buildSchema>

const stateSchema = v.strictObject({
  state_version: v.literal(1),
  version: v.pipe(v.string(), v.check(isVersion, 'must be a version such as `1.2.0`')),
  salt: v.pipe(v.string(), v.nonEmpty('must not be empty')),
  split_by: v.picklist(['repository', 'pull_request']),
  build: buildSchema,
  artifacts: v.array(artifactSchema),
  /** How many artifacts were found and could not be had. */
  unreachable: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  history: v.array(historySchema),
  /** How many records of private repositories the version keeps, in its dataset or not. */
  private_records: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  tombstones: v.array(tombstoneSchema),
})

/** One thing that was erased and must not come back. */
export type Tombstone = v.InferOutput<typeof tombstoneSchema>

/**
 * The state of a version: `artifacts` are already collected, never fetched again; `salt` keys splits and tombstones.
 */
export type StoreState = v.InferOutput<typeof stateSchema>

/** The path in a version’s folder. */
const stateFile = 'store/state.json'

/** The state in the version at `folder`. Throws a {@link UsageError} that says what is wrong with the file. */
export async function readState(folder: string): Promise<StoreState> {
  const path = join(folder, stateFile)
  return parseState(await readFile(path, 'utf8').catch((error: Error) => fail(path, error.message)), path)
}

/** The state in `text`, the content of the file at `place`. Throws a {@link UsageError}. */
export function parseState(text: string, place: string): StoreState {
  return parseWith(stateSchema, text, place)
}

/** Writes `state` into the version at `folder`; `folder/store` must exist. */
export async function writeState(folder: string, state: StoreState): Promise<void> {
  const path = join(folder, stateFile)
  await writeFile(`${path}.partial`, serializeState(state))
  await rename(`${path}.partial`, path)
}

/** `state` as JSON, its lists sorted and without repetition: equal states give equal bytes. */
export function serializeState(state: StoreState): string {
  const { state_version, version, salt, split_by, build, unreachable, private_records } = state
  const history = [...state.history].sort((a, b) => a.repository_id - b.repository_id)
  const artifacts = new Map<string, StoreState['artifacts'][number]>()
  for (const { repository, id, digest } of state.artifacts)
    artifacts.set(`${repository}/${String(id).padStart(16, '0')}`, { repository, id, digest })
  return `${JSON.stringify(
    {
      state_version,
      version,
      salt,
      split_by,
      build,
      artifacts: [...artifacts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, artifact]) => artifact),
      unreachable,
      history,
      private_records,
      tombstones: mergeTombstones(state.tombstones),
    },
    null,
    1,
  )}\n`
}

/** All of `lists`, sorted; of two for the same thing the earlier. */
export function mergeTombstones(...lists: (readonly Tombstone[])[]): Tombstone[] {
  const merged = new Map<string, Tombstone>()
  for (const { kind, key, at } of lists.flat()) {
    const known = merged.get(`${kind} ${key}`)
    if (known === undefined || at < known.at) merged.set(`${kind} ${key}`, { kind, key, at })
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tombstone]) => tombstone)
}

/** The file beside `latest.json` with what was erased, whether or not a version was made since. */
export const tombstonesFile = 'tombstones.json'

/** The tombstones in `text`, the content of {@link tombstonesFile} at `place`. Throws a {@link UsageError}. */
export function parseTombstones(text: string, place: string): Tombstone[] {
  return parseWith(v.strictObject({ tombstones: v.array(tombstoneSchema) }), text, place).tombstones
}

/** The content of {@link tombstonesFile}. */
export function serializeTombstones(tombstones: readonly Tombstone[]): string {
  return `${JSON.stringify({ tombstones: mergeTombstones(tombstones) }, null, 1)}\n`
}

function parseWith<T>(schema: v.GenericSchema<unknown, T>, text: string, place: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail(place, 'it is not JSON')
  }
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  const path = v.getDotPath(issue)
  return fail(place, `${path === null ? '' : `\`${path}\`: `}${issue.message}`)
}

function fail(place: string, reason: string): never {
  throw new UsageError(
    `Cannot read \`${place}\`: ${reason}. If a newer ai-worklog wrote it, update; else restore the file, or name an older version in the store’s \`latest.json\``,
  )
}
