// The parts of the policy schema about what a record leaves out, and whether models may be trained on it.

import * as v from 'valibot'
import { consentWords } from './consent-policy.ts'
import { expectOneOf, expectWord, maxWordLength } from './expect-value.ts'
import { authorPrivacies, promptPrivacies } from './privacy-policy.ts'
import { mapping } from './schema-mapping.ts'

/** `privacy` of a policy file. */
export const privacy = v.pipe(
  mapping({
    prompts: v.exactOptional(
      v.pipe(
        v.picklist(promptPrivacies, expectOneOf(promptPrivacies)),
        v.title('Prompts'),
        v.description(
          'How much of a prompt the record carries: its text, only its length, or neither. Secrets are redacted always.',
        ),
        v.examples(['length', 'omit']),
      ),
    ),
    author: v.exactOptional(
      v.pipe(
        v.picklist(authorPrivacies, expectOneOf(authorPrivacies)),
        v.title('Author'),
        v.description('Whether the record names the author.'),
        v.examples(['omit']),
      ),
    ),
  }),
  v.title('Privacy'),
  v.description(
    'What records, summaries, comments and logs leave out. A policy laid over another can only be stricter.',
  ),
  v.examples([{ prompts: 'length', author: 'omit' }]),
)

/** `consent` of a policy file. */
export const consent = v.pipe(
  mapping({
    training: v.exactOptional(
      v.pipe(
        v.picklist(consentWords, expectOneOf(consentWords)),
        v.title('Training'),
        v.description(
          'Whether models may be trained on the records. `yes` speaks for owners, members and collaborators only and never for a fork; `no` for everybody.',
        ),
        v.examples(['yes', 'no']),
      ),
    ),
    scope: v.exactOptional(
      v.pipe(
        v.string(expectWord),
        v.regex(/^[^\r\n]*\S[^\r\n]*$/, expectWord),
        v.maxLength(maxWordLength, expectWord),
        v.title('Scope'),
        v.description('What for, in words of your own. It limits an author’s consent, too.'),
        v.examples(['models for internal use']),
      ),
    ),
  }),
  v.title('Consent'),
  v.description('Whether records may be used for training.'),
  v.examples([{ training: 'no' }, { training: 'yes', scope: 'models for internal use' }]),
)
