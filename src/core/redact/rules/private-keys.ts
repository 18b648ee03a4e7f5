// Private keys in every form they are pasted in: whole, cut, quoted, escaped, encoded.

import type { RedactionRule } from '../rule.ts'

// `-----BEGIN PRIVATE KEY-----` and dots show a form, not a key.
const hasBody = (value: string) => /[\w+/=]{16}/.test(value.replace(/-{3,5}[A-Z0-9 ]{3,60}-{0,5}/gi, ''))

export const privateKeyRules: readonly RedactionRule[] = [
  {
    id: 'private-key',
    kind: 'secret',
    hints: ['private key'],
    // To the end of the text when the last line is missing: half a key is still a secret.
    pattern:
      /-{3,5}BEGIN[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-{0,5}[\s\S]*?(?:-{3,5}END[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-{0,5}|$)/gi,
    accepts: hasBody,
  },
  {
    id: 'private-key',
    kind: 'secret',
    hints: ['private key-----'],
    // The end of one whose start is missing: the lines of base64 in front of it.
    pattern:
      /(?:[\w+/=>|\\" \t]{0,90}(?:\r?\n|\\n)){1,80}[>|" \t]{0,10}-----END[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g,
    accepts: hasBody,
  },
  {
    id: 'private-key',
    kind: 'secret',
    hints: ['private-lines:'],
    pattern:
      /Private-Lines: ?\d{1,3}(?:\s{1,2}[\w+/=]{1,76}){1,80}(?:\s{1,2}Private-MAC: ?[a-f0-9]{20,80})?/gi,
  },
  {
    id: 'private-key',
    kind: 'secret',
    // "-----BEGIN " in base64, as kubeconfigs and secrets of Kubernetes hold it.
    hints: ['ls0tls1crudjti'],
    pattern: /LS0tLS1CRUdJTi[\w+/=-]{20,}/gi,
  },
]
