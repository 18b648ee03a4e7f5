// `check --fix`: adds the missing skeleton to a body file.

import { readFile } from 'node:fs/promises'
import type { Check } from '../../core/check-pull-request.ts'
import { addSkeleton } from '../../core/fix/add-skeleton.ts'
import { toSafeText } from '../../core/render/safe-text.ts'
import { escapeLines } from '../../report/escape-commands.ts'
import { UsageError } from '../../report/usage-error.ts'
import { replaceFile } from '../../runtime/replace-file.ts'
import type { Environment } from '../environment.ts'
import { explainReadError } from '../read-text.ts'
import { write } from '../write.ts'

/**
 * Writes into `file` what `before`, the check of its text `body`, misses. Resolves to the check of the new text, made by
 * `check`; null when nothing was missing. Throws a UsageError when the file would hide what is added.
 */
export async function fixFile(
  file: string,
  body: string,
  before: Check,
  check: (body: string) => Check,
  { stderr }: Environment,
): Promise<Check | null> {
  // Beside sentences a title of a section may be about anything, so that it counts only under one of ours.
  for (const isApart of [false, true]) {
    const { body: fixed, added } = addSkeleton(body, before, isApart)
    if (added.length === 0) return null
    const after = check(fixed)
    const again = addSkeleton(fixed, after).added
    if (again.some((heading) => added.includes(heading))) continue
    await replaceFile(file, (await readMark(file, body)) + fixed)
    await write(stderr, escapeLines(`Added to ${toSafeText(file)}: ${added.join(', ')}\n`))
    return after
  }
  throw new UsageError(
    `\`${file}\` leaves a code fence, a comment or an HTML element open, which would hide what \`--fix\` adds: close it, then run it again`,
  )
}

/** The byte order mark of `file`, if any. Throws when its other bytes are not those of `body`: they would be lost. */
async function readMark(file: string, body: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw explainReadError(error, file)
  })
  const mark = bytes.subarray(0, 3).equals(Buffer.from('\uFEFF')) ? '\uFEFF' : ''
  if (bytes.equals(Buffer.from(mark + body))) return mark
  throw new UsageError(
    `\`${file}\` is not valid UTF-8, or has just changed: save it as UTF-8, then run \`--fix\` again`,
  )
}
