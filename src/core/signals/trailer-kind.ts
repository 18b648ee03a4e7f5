// The kinds of marks a tool leaves in messages, as policies name them. Data only: the policy schema reads it.

/** Every kind, in the order policies and messages list them. */
export const trailerKinds = [
  'assisted-by',
  'generated-by',
  'co-authored-by',
  'co-developed-by',
  'signed-off-by',
  'session',
  'footer',
  'other',
] as const

export type TrailerKind = (typeof trailerKinds)[number]

const kinds: ReadonlyMap<string, TrailerKind> = new Map<string, TrailerKind>([
  ['assisted-by', 'assisted-by'],
  ['ai-assisted-by', 'assisted-by'],
  ['ai-assited-by', 'assisted-by'],
  ['assisted-by-ai', 'assisted-by'],
  ['llm-assisted-by', 'assisted-by'],
  ['generated-by', 'generated-by'],
  ['ai-generated-by', 'generated-by'],
  ['generated-by-ai', 'generated-by'],
  ['commit-generated-by', 'generated-by'],
  ['synthesized-by', 'generated-by'],
  ['co-authored-by', 'co-authored-by'],
  ['coauthored-by', 'co-authored-by'],
  ['co-author', 'co-authored-by'],
  ['ai-co-authored-by', 'co-authored-by'],
  ['co-authored-by-ai', 'co-authored-by'],
  ['co-developed-by', 'co-developed-by'],
  ['signed-off-by', 'signed-off-by'],
])

/** The kind of a trailer with this key, in whatever case and with hyphens, underscores or spaces. */
export function kindOfKey(key: string): TrailerKind {
  return kinds.get(key.toLowerCase().trim().replace(/[ _]+/g, '-')) ?? 'other'
}
