// The templates of a CLI run: the files named by `--template`.

import type { Template } from '../core/pull-request.ts'
import type { Environment } from './environment.ts'
import { readText } from './read-text.ts'

/** Reads `files`. One that cannot be read is a usage error, as for any file that is named. */
export function loadTemplates(files: readonly string[], environment: Environment): Promise<Template[]> {
  return Promise.all(
    files.map(async (path) => ({ path, text: await readText(path, environment), problem: null })),
  )
}
