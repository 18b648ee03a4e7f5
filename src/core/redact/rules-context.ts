// Secrets that only what stands beside them gives away: URLs, headers, command lines, assignments.

import type { RedactionRule } from './rule.ts'

// What people write in the place of a secret.
const placeholder =
  /^(?:<|\$|%|\{|\[|\*|process\.|os\.|env\.|null$|none$|true$|false$|undefined$|string$|your|my[-_]?|example|changeme|placeholder|redacted|dummy|x{3,}|\.{3})/i

const isLiteral = (value: string) =>
  value.length >= 6 && !placeholder.test(value) && !/your|placeholder|example/i.test(value)
const hasDigit = (value: string) => isLiteral(value) && /\d/.test(value) && /[A-Za-z]/.test(value)

export const contextRules: readonly RedactionRule[] = [
  {
    id: 'url-credentials',
    hints: ['://'],
    pattern: /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/"'`<>]{0,200}:(?<secret>[^\s/@"'`<>]{1,200})@/gi,
    accepts: (value) => !placeholder.test(value),
  },
  {
    id: 'auth-header',
    hints: ['bearer', 'basic', 'token '],
    pattern: /\b(?:bearer|basic|authorization: *token) +(?<secret>[\w.~+/=-]{16,})/gi,
    accepts: hasDigit,
  },
  {
    id: 'curl-user',
    hints: ['curl'],
    pattern: /\bcurl\b[^\n]{0,200}? (?:-u|--user)[ =]?["']?[^\s:"']{1,100}:(?<secret>[^\s"'`]{3,200})/gi,
    accepts: (value) => !placeholder.test(value),
  },
  {
    id: 'connection-key',
    hints: ['accountkey=', 'sharedaccesskey=', 'password=', 'pwd='],
    pattern: /\b(?:AccountKey|SharedAccessKey|Password|Pwd)=(?<secret>[^\s;"'`[]{4,200})/gi,
    accepts: isLiteral,
  },
  {
    id: 'assignment',
    hints: ['passw', 'secret', 'token', 'key', 'credential'],
    pattern:
      /(?:passw(?:or)?d|secret|(?<!PublicKey)token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)\w{0,20}["']?\s{0,3}[:=]\s{0,3}["'`]?(?<secret>[^\s"'`,;<>()[\]{}]{8,300})/gi,
    accepts: hasDigit,
  },
]
