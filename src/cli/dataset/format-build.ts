// What `dataset build` prints at its end.

import type { BuildOutcome } from '../../dataset/build/build-dataset.ts'
import { explainReason } from '../../dataset/publish/exclusion-reasons.ts'

/** For people. `store` is the store’s name, `out` the folder of the copy. */
export function formatBuild(
  { version, isNew, description, facts }: BuildOutcome,
  store: string,
  out: string | null,
): string {
  const where = out === null ? '' : `, copied to ${out}`
  if (!isNew) return `Nothing new: version ${version} in ${store} is up to date${where}.\n`
  const lines = [`Version ${version} in ${store}${where}.`, '']
  const tables = description?.tables ?? []
  const width = Math.max(...tables.map(({ name }) => name.length))
  for (const { name, splits } of tables) {
    const rows = splits.reduce((sum, split) => sum + split.rows, 0)
    const parts = splits.map((split) => `${split.split} ${split.rows}`).join(', ')
    lines.push(`  ${name.padEnd(width)}  ${rows === 0 ? 'no rows' : `${rows} rows (${parts})`}`)
  }
  if (facts.excluded.length > 0) {
    lines.push('', 'Not in it:')
    for (const { reason, count } of facts.excluded) {
      lines.push(`  ${count} ${reason}${explainReason(reason) === '' ? '' : `: ${explainReason(reason)}`}`)
    }
  }
  const yes = facts.consent.find(({ training }) => training === 'yes')?.count ?? 0
  if (yes === 0) {
    lines.push(
      '',
      'No record says that it may be used for training, so the training views are empty. Set `consent: {training: yes}`',
      'in the policy, or let authors tick it (docs/policy.md).',
    )
  }
  return `${lines.join('\n')}\n`
}

/** For programs. */
export function toBuildJson(
  { version, isNew, description, facts, prepared }: BuildOutcome,
  store: string,
  out: string | null,
): string {
  const value = {
    version,
    new: isNew,
    store,
    out,
    tables: (description?.tables ?? []).map(({ name, kind, splits }) => ({
      name,
      kind,
      splits: splits.map(({ split, rows }) => ({ split, rows })),
    })),
    changes: description?.changes ?? null,
    excluded: facts.excluded,
    consent: facts.consent,
    problems: prepared.mapped.counts.problems,
    sources: prepared.collected.counts,
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
