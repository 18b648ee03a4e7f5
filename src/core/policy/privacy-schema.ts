// The parts of the policy schema about what a record leaves out, and whether models may be trained on it.

import * as v from 'valibot'
import { consentWords } from './consent-policy.ts'
import { expectOneOf, expectWord, maxWordLength } from './expect-value.ts'
import { authorPrivacies, promptPrivacies } from './privacy-policy.ts'
import { documented, mapping } from './schema-mapping.ts'

/** `privacy` of a policy file. */
export const privacy = documented(
  mapping({
    prompts: documented(
      v.picklist(promptPrivacies, expectOneOf(promptPrivacies)),
      'Prompts',
      'How much of a prompt the record carries: its text, only its length, or neither. Secrets are redacted always.',
      'length',
      'omit',
    ),
    author: documented(
      v.picklist(authorPrivacies, expectOneOf(authorPrivacies)),
      'Author',
      'Whether the record names the author.',
      'omit',
    ),
  }),
  'Privacy',
  'What records, summaries, comments and logs leave out. A policy laid over another can only be stricter.',
  { prompts: 'length', author: 'omit' },
)

/** `consent` of a policy file. */
export const consent = documented(
  mapping({
    training: documented(
      v.picklist(consentWords, expectOneOf(consentWords)),
      'Training',
      'Whether models may be trained on the records. `yes` speaks for owners, members and collaborators only and never for a fork; `no` for everybody.',
      'yes',
      'no',
    ),
    scope: documented(
      v.pipe(
        v.string(expectWord),
        v.regex(/^[^\r\n]*\S[^\r\n]*$/, expectWord),
        v.maxLength(maxWordLength, expectWord),
      ),
      'Scope',
      'What for, in words of your own. It limits an author’s consent, too.',
      'models for internal use',
    ),
  }),
  'Consent',
  'Whether records may be used for training.',
  { training: 'no' },
  { training: 'yes', scope: 'models for internal use' },
)
