// `ai-worklog dataset erase`.

import { join } from 'node:path'
import { createClient } from '../../api/create-client.ts'
import { buildDataset } from '../../dataset/build/build-dataset.ts'
import { copyDataset, findCopyTarget } from '../../dataset/build/copy-dataset.ts'
import { eraseFromStore } from '../../dataset/erase/erase-from-store.ts'
import { parseEraseTarget } from '../../dataset/erase/erase-target.ts'
import { readGitHub } from '../../dataset/sources/github-access.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../environment.ts'
import { type Arguments, readArguments } from '../read-arguments.ts'
import { write } from '../write.ts'
import { formatErasure } from './format-erasure.ts'
import { openNamedStore } from './open-named-store.ts'
import { readBuildOptions } from './read-build-options.ts'
import { withWorkFolder } from './with-work-folder.ts'
import { lockWorkFolder } from './work-folder.ts'
import { writeProblems } from './write-problems.ts'

const optionNames = ['author', 'repo', 'pr', 'store', 'repository', 'out', 'work-dir', 'as-of']

/** Erases; resolves to the exit code: 2 when something that can be reached is left. */
export async function runErase(args: readonly string[], environment: Environment): Promise<number> {
  const parsed = readArguments('dataset erase', args, optionNames, ['artifacts', 'dry-run'])
  if (parsed.files.length > 0) {
    throw new UsageError(`Unexpected argument \`${parsed.files[0]}\`: \`erase\` takes options only`)
  }
  const { values, flags } = parsed
  const who = parseEraseTarget({
    author: values.author?.at(-1),
    repository: values.repo?.at(-1),
    pullRequest: values.pr?.at(-1),
  })
  const isDryRun = flags.has('dry-run')
  const outFolders = values.out ?? []
  // Where artifacts are looked for is no source of a build.
  const { repository: _, ...others } = values
  const options = await readBuildOptions({ ...parsed, values: others }, environment)
  const { signal, progress, asOf, workFolder } = options
  const store = await openNamedStore(parsed, environment, signal)
  for (const out of outFolders) await findCopyTarget(store, out)
  // A dry run tells of the rest only.
  const replaced = new Set(isDryRun ? outFolders : [])
  const erase = (folder: string) => {
    const erasure = flags.has('artifacts') ? readErasure(parsed, environment, signal) : undefined
    return eraseFromStore({
      store,
      who,
      ...(erasure === undefined ? {} : { deleteArtifacts: erasure }),
      cacheFolders: [workFolder],
      workFolder: join(folder, 'versions'),
      outFolders,
      replaced,
      rebuild: async () => {
        const outcome = await buildDataset({ ...options, workFolder: join(folder, 'build') }, store)
        await writeProblems(outcome.prepared, environment)
        for (const out of outFolders) {
          await copyDataset(store, outcome, out, options)
          replaced.add(out)
        }
      },
      isDryRun,
      at: asOf,
      signal,
      progress,
    })
  }
  const result = await lockWorkFolder(workFolder, () => withWorkFolder(erase))
  await write(environment.stdout, formatErasure(result, store.name, isDryRun))
  return result.problems.length === 0 && result.artifacts.kept.length === 0 ? 0 : 2
}

function readErasure({ values }: Arguments, { env }: Environment, signal: AbortSignal) {
  const access = readGitHub(env)
  return {
    client: createClient({ ...access, signal, writes: true }),
    host: access.host,
    artifactName: 'ai-worklog',
    repositories: values.repository ?? [],
  }
}
