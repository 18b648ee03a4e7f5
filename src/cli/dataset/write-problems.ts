// What could not be taken, on standard error.

import { listProblems } from '../../dataset/build/list-problems.ts'
import type { Prepared } from '../../dataset/build/prepare-dataset.ts'
import { escapeLines } from '../../report/escape-commands.ts'
import type { Environment } from '../environment.ts'
import { write } from '../write.ts'

/** Names the problems of sources and map. */
export async function writeProblems(
  prepared: Pick<Prepared, 'collected' | 'mapped'>,
  { stderr }: Environment,
): Promise<void> {
  for (const line of listProblems(prepared).lines) await write(stderr, `${escapeLines(line)}\n`)
}
