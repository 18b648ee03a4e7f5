// What a project says about the trailers of AI tools. Some want `Assisted-by:`, some want no trace in the history,
// and some want the one and refuse the other. Data only: the policy schema reads it.

import { type TrailerKind, trailerKinds } from '../../signals/trailer-kind.ts'

export const trailerWords = ['require', 'allow', 'forbid'] as const

export type TrailerWord = (typeof trailerWords)[number]

/** `any` is about the kinds in {@link attributionKinds} together. What is left out is allowed. */
export type TrailerPolicy = Readonly<Partial<Record<TrailerKind | 'any', TrailerWord>>>

/** The kinds that may be required: those that credit a tool, and links to sessions. */
export const requirableKinds = ['assisted-by', 'generated-by', 'co-authored-by', 'session'] as const

/** The kinds of which `any: require` wants one. */
export const attributionKinds: readonly TrailerKind[] = [
  'assisted-by',
  'generated-by',
  'co-authored-by',
  'co-developed-by',
  'other',
]

/** How messages name each kind. */
export const trailerNames: Readonly<Record<TrailerKind, string>> = {
  'assisted-by': '`Assisted-by:`',
  'generated-by': '`Generated-by:`',
  'co-authored-by': '`Co-authored-by:`',
  'co-developed-by': '`Co-developed-by:`',
  'signed-off-by': '`Signed-off-by:`',
  session: 'session link',
  footer: 'footer',
  other: 'trailer',
}

/** What a file says, with a plain word spelt out: `require` wants any kind, `forbid` forbids all. */
export function spellOutTrailers(said: TrailerWord | TrailerPolicy): TrailerPolicy {
  if (typeof said !== 'string') return said
  if (said === 'allow') return {}
  if (said === 'require') return { any: 'require' }
  return Object.fromEntries(trailerKinds.map((kind) => [kind, said]))
}

/** `base` with what a file says over it: a plain word replaces everything, a mapping kind by kind. */
export function mergeTrailers(
  base: TrailerPolicy,
  said: TrailerWord | TrailerPolicy | undefined,
): TrailerPolicy {
  if (said === undefined) return base
  return typeof said === 'string' ? spellOutTrailers(said) : { ...base, ...said }
}
