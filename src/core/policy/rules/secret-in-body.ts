import { findSecrets } from '../../redact/find-secrets.ts'
import type { Rule } from '../rule.ts'

/** More would only repeat the remedy. */
const mostFindings = 10

// Put together here, so that no scanner takes this file for a leak.
const token = `ghp_${'a1B2c3'.repeat(6)}`

/** Reports what looks like a secret in the description, without saying it again. */
export const secretInBody: Rule = {
  id: 'secret-in-body',
  summary: 'The description holds what looks like a secret, which everybody who can read it has seen.',
  examples: [
    {
      title: 'A token',
      body: `I ran it with ${token}.`,
      findings: ['This looks like a secret (github-token)'],
    },
    { title: 'A placeholder', body: 'Set `API_TOKEN=<your token>` first.', findings: [] },
  ],
  check({ extraction, redaction }) {
    const source = extraction.documents.find(({ ref }) => ref.source === 'body')?.source
    if (!source) return []
    return findSecrets(source.text, redaction)
      .slice(0, mostFindings)
      .map(({ rule, start, end }) => ({
        reason: `This looks like a secret (${rule})`,
        place: source.placeOf(start, end),
        expected: 'No secrets: revoke or rotate it, as it has been seen, and take it out of the description',
      }))
  },
}
