// The part of the policy schema with which a repository adds to what is redacted, and takes from it.

import * as v from 'valibot'
import {
  expectFewerPatterns,
  expectPattern,
  expectTexts,
  maxPatternLength,
  maxPatterns,
} from './expect-value.ts'
import { documented, mapping } from './schema-mapping.ts'

function patterns(title: string, description: string, ...example: string[]) {
  return documented(
    v.pipe(
      v.array(
        v.pipe(
          v.string(expectPattern),
          v.regex(/^[^\r\n]*\S[^\r\n]*$/, expectPattern),
          v.maxLength(maxPatternLength, expectPattern),
        ),
        expectTexts,
      ),
      v.maxLength(maxPatterns, expectFewerPatterns),
    ),
    title,
    description,
    example,
  )
}

/** `redact` of a policy file. */
export const redact = documented(
  mapping({
    patterns: patterns(
      'Own patterns',
      'Regular expressions, in the syntax of RE2, of what is taken out of every record besides what the rules know.',
      'ACME-\\d{4,}',
      '(?i)project falcon',
    ),
    allow: patterns(
      'Allowed values',
      'Regular expressions, in the syntax of RE2, of values that stay although a rule knows them. The whole value must match. Our own token never stays.',
      'security@acme\\.dev',
      '10\\.0\\.0\\.\\d+',
    ),
  }),
  'Redaction',
  'What is redacted besides secrets and personal data, and what is not.',
  { patterns: ['ACME-\\d{4,}'], allow: ['security@acme\\.dev'] },
)
