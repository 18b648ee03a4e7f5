// What the reasons for which pull requests are left out mean, for people.

const meanings: ReadonlyMap<string, string> = new Map([
  ['exact_duplicate', 'Its text is the same as that of another record.'],
  ['near_duplicate', 'Its text is nearly the same as that of another record.'],
  ['duplicate_of_other_split', 'Its text is nearly the same as that of a record of another split.'],
  ['consent_refused', 'Its author, or the policy of its repository, says no to training.'],
  ['consent_unset', 'Nobody said that it may be used for training.'],
  ['private_repository', 'Its repository is private, and private and public ones are not mixed.'],
  ['not_public', 'Its repository is not known to be public.'],
  ['no_license', 'The licence of its repository is not known.'],
  ['opt_out', 'Its author or its repository has opted out.'],
  ['retention', 'It is older than records are kept.'],
  ['tool_age', 'It names AI tools and was opened longer ago than such records are kept.'],
  ['tombstone', 'It was erased.'],
  ['superseded', 'A newer or more trusted record of the same pull request is there.'],
])

/** One sentence, or an empty text for a reason that has none. */
export function explainReason(reason: string): string {
  return meanings.get(reason) ?? ''
}

/** Every reason that has a meaning, in the order of the documentation. */
export const exclusionReasons: readonly string[] = [...meanings.keys()]
