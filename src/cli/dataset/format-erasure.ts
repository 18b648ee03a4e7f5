// What `dataset erase` prints at its end.

import { toSafeText } from '../../core/render/safe-text.ts'
import type { EraseResult } from '../../dataset/erase/erasure.ts'
import { escapeLines } from '../../report/escape-commands.ts'

/** For people: what is gone, what is left, and what to do about it. */
export function formatErasure(result: EraseResult, store: string, isDryRun: boolean): string {
  const { records, removed, pending, artifacts, caches, unreached, problems } = result
  const done = (verb: string) => (isDryRun ? `Would be ${verb}` : `${verb[0]?.toUpperCase()}${verb.slice(1)}`)
  const lines = [
    `${isDryRun ? 'Would erase' : 'Erased'} ${records} pull request${records === 1 ? '' : 's'} from ${store}${
      isDryRun ? '; nothing was changed' : ', and never taken in again'
    }.`,
    ...(removed.length > 0 ? [`${done('removed')}: version ${removed.join(', ')}.`] : []),
    ...(pending === null ? [] : [`Version ${pending} still holds them until the next \`dataset build\`.`]),
    ...(artifacts.deleted.length > 0 ? [`${done('deleted')}: ${artifacts.deleted.length} artifacts.`] : []),
    ...(caches.length > 0 ? [`${done('purged')}: ${caches.join(', ')}.`] : []),
    ...problems.map(({ place, message }) => `${place}: ${message}`),
    ...(unreached.length > 0
      ? ['', 'Copies that this cannot reach:', ...unreached.map((line) => `- ${line}`)]
      : []),
  ]
  return escapeLines(toSafeText(`${lines.join('\n')}\n`))
}
