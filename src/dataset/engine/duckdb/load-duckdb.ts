// Loads DuckDB, only here and only when a dataset is made: those who only check need not install it.

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../../../report/usage-error.ts'

const name = '@duckdb/node-api'

/** The variable that names a folder in whose `node_modules` DuckDB is, when it is not beside this program. */
export const duckdbVariable = 'AI_WORKLOG_DUCKDB'

/** Throws a {@link UsageError} when DuckDB is not installed where it should be. */
export async function loadDuckdb(
  folder: string | undefined = process.env[duckdbVariable],
): Promise<typeof import('@duckdb/node-api')> {
  try {
    return folder ? await import(locate(folder)) : await import('@duckdb/node-api')
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new UsageError(
      folder
        ? `\`${duckdbVariable}\` must be a folder with DuckDB in its \`node_modules\`, and \`${folder}\` is not: ${reason}. Run \`npm install ${name}\` there`
        : `A dataset needs DuckDB, which cannot be loaded: run \`npm install ${name}\`, and set \`${duckdbVariable}\` to the folder when it is not that of ai-worklog`,
      { cause: error },
    )
  }
}

/** The address of the package’s main file. */
function locate(folder: string): string {
  const { createRequire } = process.getBuiltinModule('node:module')
  return pathToFileURL(createRequire(resolve(folder, 'package.json')).resolve(name)).href
}
