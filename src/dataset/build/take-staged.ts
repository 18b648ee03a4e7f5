// Parts of the map that were done elsewhere: `dataset map --shard` left them.

import { copyFile, link, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../report/usage-error.ts'
import { stagedTables } from '../tables/staged.ts'

/** The shard of what a build maps itself: after all others. */
export const ownShard = 9999

/** Puts the Parquet files of `from` into `to`, by links where that is possible. Throws a UsageError for a folder without them. */
export async function takeStaged(from: string, to: string): Promise<void> {
  for (const table of stagedTables.keys()) {
    const names = await readdir(join(from, table)).catch(() => [])
    const files = names.filter((name) => name.endsWith('.parquet'))
    if (files.length === 0) {
      throw new UsageError(
        `\`--staged\`: there is no Parquet file in \`${join(from, table)}\`; expected the folder \`staged\` that \`dataset map\` leaves, with the files of all shards`,
      )
    }
    await mkdir(join(to, table), { recursive: true })
    for (const file of files) {
      const [source, target] = [join(from, table, file), join(to, table, file)]
      await link(source, target).catch(() => copyFile(source, target))
    }
  }
}
