// How parts were mapped elsewhere, left beside them: a build takes only those that it would have made itself. Parts with
// logins must not end in a dataset that says it has none.

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isJsonObject } from '../../core/json.ts'
import { ruleset } from '../../core/redact/rules/rules.ts'
import { UsageError } from '../../report/usage-error.ts'
import { createPseudonym } from '../privacy/pseudonyms.ts'
import type { AuthorMode } from './build-options.ts'

export interface StagedSettings {
  authors: AuthorMode
  salt: string
  /** Tells one key from another and gives none away; null without pseudonyms. */
  key: string | null
  /** Of the rules of redaction. */
  ruleset: string
}

/** What to do about a difference in each. */
const remedies: Readonly<Record<keyof StagedSettings, string>> = {
  authors: 'give `--authors` to both',
  salt: 'give `--salt` to both, as the store has it',
  key: 'use one AI_WORKLOG_PSEUDONYM_KEY for both',
  ruleset: 'use one version of ai-worklog for both',
}

/** The settings of a map or a build. */
export function toStagedSettings(
  authors: AuthorMode,
  salt: string,
  pseudonymKey: string | null,
): StagedSettings {
  const key = authors === 'pseudonym' ? createPseudonym(pseudonymKey ?? undefined)('record', 'key', 16) : null
  return { authors, salt, key, ruleset }
}

/** Leaves the settings of shard `index` in the folder `staged`. */
export async function writeStagedSettings(
  staged: string,
  index: number,
  settings: StagedSettings,
): Promise<void> {
  const name = `settings-${String(index).padStart(4, '0')}.json`
  await writeFile(join(staged, name), `${JSON.stringify(settings)}\n`)
}

/** Throws a UsageError unless all parts in `staged` were mapped as `settings` say. */
export async function assertSettings(staged: string, settings: StagedSettings): Promise<void> {
  const names = (await readdir(staged).catch(() => [])).filter((name) => /^settings-\d+\.json$/.test(name))
  if (names.length === 0) {
    throw new UsageError(
      `\`--staged\`: there is no \`settings-….json\` in \`${staged}\`; expected the folder \`staged\` that \`dataset map\` leaves, with the files of all shards`,
    )
  }
  for (const name of names) {
    const found = parse(await readFile(join(staged, name), 'utf8'))
    for (const [key, remedy] of Object.entries(remedies)) {
      if (found[key] === settings[key as keyof StagedSettings]) continue
      throw new UsageError(
        `\`--staged\`: the parts of \`${join(staged, name)}\` were mapped with another \`${key}\` than this build has; ${remedy} and map again`,
      )
    }
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : {}
  } catch {
    return {}
  }
}
