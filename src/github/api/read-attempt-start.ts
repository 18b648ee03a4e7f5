// When this attempt of the run started, which tells its own artifacts from those of earlier attempts.

import type { Client } from '../../api/create-client.ts'
import { isJsonObject, readString } from '../../core/json.ts'
import type { Context } from '../event/read-context.ts'

/** Null when it cannot be read, as without `actions: read` in a private repository. */
export async function readAttemptStart(client: Client, { repository, run }: Context): Promise<Date | null> {
  if (run === null) return null
  try {
    const { data }: { data: unknown } = await client.request(
      `GET /repos/${repository}/actions/runs/${run.id}`,
    )
    const time = isJsonObject(data) ? readString(data, 'run_started_at') : null
    const date = new Date(time ?? Number.NaN)
    return Number.isNaN(date.getTime()) ? null : date
  } catch {
    return null
  }
}
