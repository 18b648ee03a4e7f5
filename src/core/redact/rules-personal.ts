// What identifies a person. Addresses of bots and of documentation stay.

import type { RedactionRule } from './rule.ts'

const impersonal =
  /^(?:no-?reply|cursoragent|copilot|agent|git|bot|support|hello|info|admin|user)@|noreply|\[bot\]|@(?:[\w.-]*\.)?(?:example|test|invalid|localhost)(?:\.|$)/i

export const personalRules: readonly RedactionRule[] = [
  {
    id: 'email',
    hints: ['@'],
    pattern: /(?<![\w.+/:-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}\b/g,
    accepts: (value) => !impersonal.test(value),
  },
  {
    id: 'home-path',
    hints: ['/home/', '/users/', '\\users\\'],
    pattern:
      /(?<![\w.])(?:\/home\/|\/Users\/|[A-Za-z]:\\{1,2}Users\\{1,2})(?<secret>[A-Za-z0-9._-]{1,64})(?=[/\\])/g,
    accepts: (value) =>
      !/^(?:runner|user|username|you|me|shared|public|default|node|ubuntu|root)$/i.test(value),
  },
]
