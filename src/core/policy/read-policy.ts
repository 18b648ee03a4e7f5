// Policy files → one policy. Loads the YAML parser and the schema library, so import it only when there is a
// file to read; without one defaultPolicy applies.

import { checkPolicyFile, type PatternCheck } from './check-policy-file.ts'
import { mergeConsent } from './consent-policy.ts'
import { defaultPolicy } from './default-policy.ts'
import { mergePolicy } from './merge-policy.ts'
import type { Policy } from './policy.ts'
import type { PolicyProblem } from './policy-problem.ts'
import { mergePrivacy } from './privacy-policy.ts'
import { salvagePrivacy } from './salvage-privacy.ts'

export interface PolicyText {
  /** The file as the user knows it, such as `.github/ai-worklog.yml`. */
  file: string
  text: string
}

export interface ReadPolicy {
  /** With problems the default policy, but for the `mode` the files ask for and what they may want to keep private or redacted. */
  policy: Policy
  /** In the order of the files, then by place. */
  problems: PolicyProblem[]
  /** The policy the last file starts from, which is for the caller to fetch: null when it names none. */
  extends: string | null
}

/**
 * Reads `files`, of which each is laid over the ones before. `checkPattern` says what is wrong with a pattern of theirs;
 * `loadPatternCheck` gives it. Never throws, whatever they hold.
 */
export function readPolicy(files: readonly PolicyText[], checkPattern?: PatternCheck): ReadPolicy {
  const checked = files.map(({ file, text }, index) =>
    checkPolicyFile(file, text, index < files.length - 1, checkPattern),
  )
  const problems = checked.flatMap((each) => each.problems)
  const merged = checked.reduce((policy, { says }) => mergePolicy(policy, says), defaultPolicy)
  return {
    policy:
      problems.length === 0
        ? merged
        : salvagePolicy(
            merged,
            files.filter((_, index) => checked[index]?.problems.length !== 0),
          ),
    problems,
    extends: checked.at(-1)?.says.extends ?? null,
  }
}

/** `wrong` are the files with problems. */
function salvagePolicy({ mode, redact, privacy, consent }: Policy, wrong: readonly PolicyText[]): Policy {
  const kept = wrong.map(({ text }) => salvagePrivacy(text))
  return {
    ...defaultPolicy,
    mode,
    redact: { ...defaultPolicy.redact, patterns: redact.patterns },
    privacy: kept.reduce((strict, each) => mergePrivacy(strict, each.privacy), privacy),
    consent: kept.reduce((strict, each) => mergeConsent(strict, each.consent), consent),
  }
}
