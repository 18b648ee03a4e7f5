// The dataset of the newest version as a folder of the user’s choice.

import { cp, mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { UsageError } from '../../report/usage-error.ts'
import type { Store } from '../store/store.ts'
import { StoreConflictError } from '../store/store-conflict-error.ts'
import type { BuildOutcome } from './build-dataset.ts'
import type { BuildOptions } from './build-options.ts'

/** What is in the folder of a dataset. */
const ours = ['README.md', 'CHANGELOG.md', 'manifest.json', 'croissant.json', 'data', 'jsonl']

/** Where `out` is. Throws a UsageError when {@link copyDataset} may not write there: better before a build than after it. */
export async function findCopyTarget({ name }: Pick<Store, 'name'>, out: string): Promise<string> {
  const target = await realpath(out).catch(() => resolve(out))
  if (target.startsWith(resolve(name) + sep)) {
    throw new UsageError(
      `\`--out\` is \`${out}\`, which is in the store, whose versions never change; name another folder`,
    )
  }
  await assertReplaceable(target, out)
  return target
}

/**
 * Copies `dataset/` of the newest version of `store` to `out`. A folder that holds a dataset of ours is replaced; any other
 * that is not empty is refused by a UsageError, and so is one in the store.
 */
export async function copyDataset(
  store: Store,
  { folder, version }: Pick<BuildOutcome, 'folder' | 'version'>,
  out: string,
  { workFolder, signal }: Pick<BuildOptions, 'workFolder' | 'signal'>,
): Promise<void> {
  const target = await findCopyTarget(store, out)
  const found = folder === null ? await store.fetchLatest(join(workFolder, 'whole'), signal, 'whole') : null
  const whole = folder ?? found?.folder
  if (whole === undefined || (found !== null && found.version !== version)) {
    throw new StoreConflictError(
      `Version \`${version}\` of ${store.name} was replaced meanwhile; nothing was copied. Run the command again`,
    )
  }
  const from = join(whole, 'dataset')
  await mkdir(dirname(target), { recursive: true })
  const partial = join(dirname(target), `.${basename(target)}.partial`)
  await rm(partial, { recursive: true, force: true })
  await cp(from, partial, { recursive: true })
  signal.throwIfAborted()
  await rm(target, { recursive: true, force: true })
  await rename(partial, target)
}

async function assertReplaceable(target: string, shown: string): Promise<void> {
  const found = await stat(target).catch(() => null)
  if (found === null) return
  const names = found.isDirectory() ? await readdir(target) : null
  if (names?.length === 0) return
  if (names?.includes('manifest.json') && names.includes('croissant.json')) {
    const foreign = names.find((name) => !ours.includes(name))
    if (foreign === undefined) return
    throw new UsageError(
      `\`--out\` is \`${shown}\`, a dataset of ours with \`${foreign}\` in it, which would be lost; name a new folder, or take that out`,
    )
  }
  throw new UsageError(
    `\`--out\` is \`${shown}\`, which is there and is no dataset of ours; name a new folder, or remove it`,
  )
}
