// How parts were mapped elsewhere, left beside them: a build takes only those that it would have made itself. Parts with
// logins must not end in a dataset that says it has none.

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isJsonObject } from '../../core/json.ts'
import { ruleset } from '../../core/redact/rules/rules.ts'
import { UsageError } from '../../report/usage-error.ts'
import { toShardName } from '../map/staged-parts.ts'
import { createPseudonym } from '../privacy/pseudonyms.ts'
import type { AuthorMode } from './build-options.ts'

export interface StagedSettings {
  authors: AuthorMode
  salt: string
  /** Tells one key from another and gives none away; null without pseudonyms. */
  key: string | null
  /** Of the rules of redaction. */
  ruleset: string
  keep_days: number | null
  tool_age_days: number | null
}

/** What the settings come from. */
export interface MapSettings {
  authors: AuthorMode
  salt: string
  pseudonymKey: string | null
  keepDays: number | null
  toolAgeDays: number | null
}

/** What to do about a difference in each. */
const remedies: Readonly<Record<keyof StagedSettings, string>> = {
  authors: 'give `--authors` to both',
  salt: 'give `--salt` to both, as the store has it',
  key: 'use one AI_WORKLOG_PSEUDONYM_KEY for both',
  ruleset: 'use one version of ai-worklog for both',
  keep_days: 'give `--keep-days` to both',
  tool_age_days: 'give `--tool-age-days` to both',
}

/** The settings of a map or a build. */
export function toStagedSettings(map: MapSettings): StagedSettings {
  const { authors, salt, pseudonymKey, keepDays, toolAgeDays } = map
  const key = authors === 'pseudonym' ? createPseudonym(pseudonymKey ?? undefined)('record', 'key', 16) : null
  return { authors, salt, key, ruleset, keep_days: keepDays, tool_age_days: toolAgeDays }
}

/** Leaves the settings of `shard` in the folder `staged`. */
export async function writeStagedSettings(
  staged: string,
  { index, count }: { index: number; count: number },
  settings: StagedSettings,
): Promise<void> {
  await writeFile(join(staged, nameOf(index)), `${JSON.stringify({ ...settings, shards: count })}\n`)
}

/** How many parts there are. Throws a UsageError unless all are in `staged`, and all were mapped as `settings` say. */
export async function assertSettings(staged: string, settings: StagedSettings): Promise<number> {
  const names = (await readdir(staged).catch(() => [])).filter((name) => /^settings-\d+\.json$/.test(name))
  if (names.length === 0) {
    throw new UsageError(
      `\`--staged\`: there is no \`settings-….json\` in \`${staged}\`; expected the folder \`staged\` that \`dataset map\` leaves, with the files of all shards`,
    )
  }
  const counts = new Set<unknown>()
  for (const name of names) {
    const found = parse(await readFile(join(staged, name), 'utf8'))
    for (const [key, remedy] of Object.entries(remedies)) {
      if (found[key] === settings[key as keyof StagedSettings]) continue
      throw new UsageError(
        `\`--staged\`: the parts of \`${join(staged, name)}\` were mapped with another \`${key}\` than this build has; ${remedy} and map again`,
      )
    }
    counts.add(found.shards)
  }
  const [count, ...others] = counts
  if (typeof count !== 'number' || others.length > 0) {
    throw new UsageError(
      `\`--staged\`: the parts in \`${staged}\` are of several maps; give all the same \`n\` in \`--shard i/n\` and map again`,
    )
  }
  for (let index = 1; index <= count; index += 1) {
    if (names.includes(nameOf(index))) continue
    throw new UsageError(
      `\`--staged\`: \`${nameOf(index)}\` is missing in \`${staged}\`: part ${index} of ${count} was not mapped, or not copied there`,
    )
  }
  return count
}

function nameOf(index: number): string {
  return `settings-${toShardName(index)}.json`
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : {}
  } catch {
    return {}
  }
}
