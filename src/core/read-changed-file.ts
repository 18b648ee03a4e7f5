// A changed file, as GitHub's REST API and `gh` name its fields.

import { type JsonObject, readCount, readString } from './json.ts'
import type { ChangedFile } from './pull-request.ts'

/** The file in `item`; none when it has no path. */
export function readChangedFile(item: JsonObject): ChangedFile[] {
  const path = readString(item, 'path') ?? readString(item, 'filename')
  if (path === null) return []
  const previousPath = readString(item, 'previous_filename')
  return [
    {
      path,
      additions: readCount(item, 'additions') ?? 0,
      deletions: readCount(item, 'deletions') ?? 0,
      ...(previousPath === null ? {} : { previousPath }),
    },
  ]
}
