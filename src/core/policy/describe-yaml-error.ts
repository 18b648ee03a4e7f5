// The YAML parser's errors in our words, where its own would not help somebody who never read the YAML spec.

import { showInvisible } from './quote-value.ts'

const messages = new Map<string, string | null>([
  ['TAB_AS_INDENT', 'Unexpected tab: indent with spaces'],
  [
    'BAD_INDENT',
    'Unexpected indentation: keys of one mapping start in the same column, and brackets are closed',
  ],
  ['BLOCK_AS_IMPLICIT_KEY', 'Unexpected `:`: put the value on its own line, or in quotes'],
  ['NON_STRING_KEY', 'Unexpected list or mapping as a key: a key is a word'],
  // Reported where they are read, valid or not.
  ['ALIAS_PROPS', null],
  ['BAD_ALIAS', null],
  ['BAD_COLLECTION_TYPE', null],
  ['BAD_DIRECTIVE', null],
  ['MULTIPLE_ANCHORS', null],
  ['MULTIPLE_TAGS', null],
  ['TAG_RESOLVE_FAILED', null],
])

/** The message for an error of the `yaml` package, or null for one that is reported elsewhere. */
export function describeYamlError(code: string, original: string): string | null {
  // A login such as `dependabot[bot]`, which only a list in brackets cannot hold as it is.
  if (original.startsWith('Missing , or : between flow sequence items')) {
    return 'Unexpected text between the items of a list: separate them with `,`, and put a text with brackets in quotes'
  }
  const message = messages.get(code)
  return message === undefined
    ? `Cannot parse the policy as YAML: ${showInvisible(original).slice(0, 400)}`
    : message
}
