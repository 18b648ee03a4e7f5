// The fields of a record whose values come from a list in its schema: they stay, or a policy's own pattern could make the
// record invalid.

const places = [
  ...['.ai_use', '.ai_use_basis', '.extent', '.generated_at', '.schema_version'],
  ...['source.body_from', 'source.state', 'source.visibility', 'source.closed_at', 'source.created_at'],
  ...[
    'source.merged_at',
    'sources.source',
    'sources.state',
    'policy.mode',
    'policy.result',
    'exemptions.kind',
  ],
  ...[
    'privacy.author',
    'privacy.prompts',
    'sections.name',
    'sections.state',
    'place.source',
    'places.source',
  ],
  ...[
    'tools.basis',
    'prompts.basis',
    'prompts.kind',
    'failures.basis',
    'failures.category',
    'corrections.basis',
  ],
  ...['corrections.category', 'links.kind', 'signals.kind', 'findings.severity', 'outcome.closed_at'],
  ...['consent.training', 'consent.at', 'completeness.present', 'completeness.missing'],
]

const keys = new Map<string, Set<string>>()
for (const place of places) {
  const [parent = '', key = ''] = place.split('.')
  keys.set(parent, (keys.get(parent) ?? new Set()).add(key))
}

/** True for `key` within `parent`, the nearest names above a value; `parent` is empty at the top. */
export function isOfClosedSet(parent: string, key: string): boolean {
  return keys.get(parent)?.has(key) === true
}
