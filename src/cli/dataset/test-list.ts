// `ai-worklog dataset test-list`.

import { join } from 'node:path'
import { readTestList } from '../../dataset/build/read-test-list.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../environment.ts'
import { readArguments } from '../read-arguments.ts'
import { write } from '../write.ts'
import { openNamedStore } from './open-named-store.ts'
import { withWorkFolder } from './with-work-folder.ts'

/** Prints the test split of the newest version; resolves to the exit code. */
export async function runTestList(args: readonly string[], environment: Environment): Promise<number> {
  const parsed = readArguments('dataset test-list', args, ['store'])
  if (parsed.files.length > 0)
    throw new UsageError(`Unexpected argument \`${parsed.files[0]}\`: \`test-list\` takes none`)
  const signal = environment.interrupted()
  const store = await openNamedStore(parsed, environment, signal)
  await withWorkFolder(async (folder) => {
    const found = await store.fetchLatest(join(folder, 'previous'), signal)
    if (found === null)
      throw new UsageError(`There is no dataset in ${store.name}: make one with \`ai-worklog dataset build\``)
    await write(environment.stdout, await readTestList(found.folder))
  })
  return 0
}
