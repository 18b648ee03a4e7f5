// A plan as one unified diff, as git shows it.

import { createTwoFilesPatch } from 'diff'
import type { Change } from './plan.ts'

/** The diff of `changes`, which `git apply` takes. */
export function formatDiff(changes: readonly Change[]): string {
  return changes
    .map(({ path, before, after, isExecutable }) => {
      const head = `diff --git a/${path} b/${path}\n`
      const what = before === null ? 'new' : after === null ? 'deleted' : null
      const mode = what === null ? '' : `${what} file mode ${isExecutable ? '100755' : '100644'}\n`
      const from = before === null ? '/dev/null' : `a/${path}`
      const to = after === null ? '/dev/null' : `b/${path}`
      const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', '', '', { context: 3 })
      return head + mode + patch.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*?)\t$/gm, '$1 $2')
    })
    .join('')
}
