// The dataset of the newest version as a folder of the user’s choice.

import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../../report/usage-error.ts'
import type { Store } from '../store/store.ts'
import type { BuildOutcome } from './build-dataset.ts'
import type { BuildOptions } from './build-options.ts'

/**
 * Copies `dataset/` of the newest version of `store` to `out`. A folder that holds a dataset of ours is replaced; any other
 * that is not empty is refused by a UsageError.
 */
export async function copyDataset(
  store: Store,
  { folder, version }: Pick<BuildOutcome, 'folder' | 'version'>,
  out: string,
  { workFolder, signal }: Pick<BuildOptions, 'workFolder' | 'signal'>,
): Promise<void> {
  await assertReplaceable(out)
  const target = resolve(out)
  const whole =
    folder ?? (version === null ? null : await store.fetchVersion(version, join(workFolder, 'whole'), signal))
  if (whole === null) return
  const from = join(typeof whole === 'string' ? whole : whole.folder, 'dataset')
  await mkdir(dirname(target), { recursive: true })
  const partial = join(dirname(target), `.${basename(target)}.partial`)
  await rm(partial, { recursive: true, force: true })
  await cp(from, partial, { recursive: true })
  signal.throwIfAborted()
  await rm(target, { recursive: true, force: true })
  await rename(partial, target)
}

/** Throws a UsageError when there is something at `out` that {@link copyDataset} would not replace. */
export async function assertReplaceable(out: string): Promise<void> {
  const target = resolve(out)
  const found = await stat(target).catch(() => null)
  if (found === null) return
  const names = found.isDirectory() ? await readdir(target) : null
  if (
    names !== null &&
    (names.length === 0 || (names.includes('manifest.json') && names.includes('croissant.json')))
  )
    return
  throw new UsageError(
    `\`--out\` is \`${out}\`, which is there and is no dataset of ours; name a new folder, or remove it`,
  )
}
