// Whether an artifact that is a store has lived half of its time: nothing new for as long as artifacts are kept would else
// be the end of the dataset.

import type { Client } from '../../api/create-client.ts'
import { type JsonObject, readObjects, readString } from '../../core/json.ts'

/** Of the newest artifact of that name; false when there is none, or nothing can be read, which the store reports. */
export async function isArtifactAgeing(
  client: Pick<Client, 'request'>,
  repository: string,
  name: string,
  now: number = Date.now(),
): Promise<boolean> {
  const query = `per_page=1&name=${encodeURIComponent(name)}`
  try {
    const { data }: { data: unknown } = await client.request(
      `GET /repos/${repository}/actions/artifacts?${query}`,
    )
    const [newest = null] = readObjects(data as JsonObject, 'artifacts')
    const made = Date.parse(readString(newest, 'created_at') ?? '')
    const expires = Date.parse(readString(newest, 'expires_at') ?? '')
    return now > (made + expires) / 2
  } catch {
    return false
  }
}
