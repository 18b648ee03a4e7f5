// Sets the label of the input `label` while something is asked for, and removes it afterwards. No other label is
// touched, and none is created.

import type { Client } from '../../api/create-client.ts'
import type { Conversation } from './find-comments.ts'
import { ignoreGone } from './ignore-gone.ts'

export interface LabelOptions {
  reader: Client
  writer: Client
  conversation: Conversation
  name: string
  isWanted: boolean
  /** The pull request's labels. */
  present: readonly string[]
}

/** Rejects with what the API answered, or with an error that says why there is no label. */
export async function publishLabel(options: LabelOptions): Promise<void> {
  const { reader, writer, conversation, name, isWanted, present } = options
  const { repository, number } = conversation
  // GitHub compares the names of labels without regard to case.
  const isSet = present.some((each) => each.toLowerCase() === name.toLowerCase())
  if (isSet === isWanted) return
  const route = `/repos/${repository}/issues/${number}/labels`
  const place = encodeURIComponent(name)
  if (!isWanted) {
    await ignoreGone(writer.request(`DELETE ${route}/${place}`))
    return
  }
  // Setting one that does not exist would create it.
  if (!(await ignoreGone(reader.request(`GET /repos/${repository}/labels/${place}`)))) {
    throw new Error(`the repository has no label \`${name}\`: create it`)
  }
  await writer.request(`POST ${route}`, { labels: [name] })
}
