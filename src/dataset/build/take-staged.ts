// Parts of the map that were done elsewhere: `dataset map --shard` left them.

import { copyFile, link, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../report/usage-error.ts'
import { toShardName } from '../map/staged-parts.ts'
import { stagedTables } from '../tables/staged.ts'

/** The shard of what a build maps itself: after all others. */
export const ownShard = 9999

/**
 * Puts the Parquet files of `from` into `to`, by links where that is possible. Throws a UsageError unless those of all
 * `count` parts are there.
 */
export async function takeStaged(from: string, to: string, count: number): Promise<void> {
  for (const table of stagedTables.keys()) {
    const names = await readdir(join(from, table)).catch(() => [])
    const files = names.filter((name) => name.endsWith('.parquet'))
    const missing = Array.from({ length: count }, (_, index) => toShardName(index + 1)).find(
      (shard) => !files.some((name) => name.startsWith(`${shard}-`)),
    )
    if (missing !== undefined) {
      throw new UsageError(
        `\`--staged\`: there is no \`${missing}-….parquet\` in \`${join(from, table)}\`; expected the folder \`staged\` that \`dataset map\` leaves, with the files of all shards`,
      )
    }
    await mkdir(join(to, table), { recursive: true })
    for (const file of files) {
      const [source, target] = [join(from, table, file), join(to, table, file)]
      await link(source, target).catch(() => copyFile(source, target))
    }
  }
}
