// What tells who someone is. Addresses of bots, of this machine and of documentation stay.

import { isCard, isIpv6, isPhone, isPublicOrPrivateIpv4 } from '../personal-forms.ts'
import type { RedactionRule } from '../rule.ts'

const impersonal =
  /^(?:no-?reply|cursoragent|copilot|agent|git|bot|support|hello|info|admin|user)(?:@|%40)|noreply|no-reply|^(?:codex|claude|copilot|gemini|aider|devin)[\w.+-]*(?:@|%40)(?:openai|anthropic|github|google|cursor|aider|devin|cognition)\.|\[bot\]|(?:@|%40)(?:[\w.-]*\.)?(?:example|test|invalid|localhost)(?:\.|$)/i
// `icon@2x.png`, `pkg@1.2.3-beta.next`, `getty@tty1.service`.
const noDomain =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|pdf|json|[cm]?[jt]sx?|css|html|ya?ml|md|toml|lock|service|socket|timer|local|lan|git)$|@\d+\.\d|@\d+x\./i
const machineUsers =
  /^(?:runner|runneradmin|user|users|username|you|your|me|shared|public|default|node|ubuntu|root|vscode|codespace|coder|circleci|travis|vagrant|app|dev|work|jovyan|sandbox|agent|ec2-user|name|redacted|x+|linuxbrew|\.+)$/i

export const personalRules: readonly RedactionRule[] = [
  {
    id: 'email',
    kind: 'personal',
    hints: ['@', '%40'],
    pattern:
      /(?<![\w.+%-])[\w.+-]{1,64}(?:@|%40)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:xn--[A-Za-z0-9-]{2,40}|[A-Za-z]{2,24})(?![\w-])/g,
    accepts: (value) => !impersonal.test(value) && !noDomain.test(value),
  },
  {
    id: 'home-path',
    kind: 'personal',
    hints: ['/home/', '/users/', 'users\\', 'users/', '\\home\\'],
    pattern:
      /(?:(?<![\w.])(?:\/home|\/Users|\/export\/home|\/var\/home)\/|(?<=:\/\/file)\/(?:home|Users)\/|(?<=\w)\\{1,2}home\\{1,2}|(?<![A-Za-z0-9])[A-Za-z]:[\\/]{1,2}(?:Users|Documents and Settings)[\\/]{1,2}|\/[a-z]\/Users\/)(?<secret>[\w.-][\w. -]{0,62}[\w-]|\w)(?=[\\/])/g,
    accepts: (value) => !machineUsers.test(value),
  },
  {
    id: 'home-path',
    kind: 'personal',
    hints: ['/home/', '/users/', 'users\\'],
    // At the end of what is written: only where it cannot be a route of a web site.
    pattern:
      /(?:(?<![\w.])\/Users\/|(?<![A-Za-z0-9])[A-Za-z]:\\{1,2}Users\\{1,2}|(?:\bcd |HOME[=:] ?|file:\/\/|cwd[=:] ?)["'`]?\/home\/)(?<secret>[\w.-]{1,62}[\w-]|\w)(?![\w\\/-])/g,
    accepts: (value) => !machineUsers.test(value),
  },
  {
    id: 'home-path',
    kind: 'personal',
    // Claude Code names the folder of a project's sessions after its path.
    hints: ['-users-', '-home-'],
    pattern: /(?<=[\\/])(?:[A-Z]-)?-(?:Users|home)-(?<secret>[A-Za-z0-9_]{1,40})(?=-)/g,
    accepts: (value) => !machineUsers.test(value),
  },
  {
    id: 'ip-address',
    kind: 'personal',
    hints: ['.'],
    pattern: /(?<![\w.%-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/g,
    accepts: isPublicOrPrivateIpv4,
  },
  {
    id: 'ip-address',
    kind: 'personal',
    hints: [':'],
    mayMatch: (text) => /:[0-9A-Fa-f]{0,4}:/.test(text),
    pattern: /(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:]|\.\d)/g,
    accepts: isIpv6,
  },
  {
    id: 'phone',
    kind: 'personal',
    hints: [],
    pattern:
      /(?<![\w.+/-])(?:\+\d{1,3}[ .-]{0,1}(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]?\d{2,4}){1,4}|(?:1[ .-])?\(\d{3}\) ?\d{3}[ .-]\d{4}|(?:1[ .-])?[2-9]\d{2}[.-][2-9]\d{2}[.-]\d{4}|[2-9]\d{2} [2-9]\d{2} \d{4}|0\d{2,4}[ /-]\d{3,4}[ -]?\d{3,4})(?![\w-]|\.\d)/g,
    accepts: isPhone,
  },
  {
    id: 'national-id',
    kind: 'personal',
    hints: ['-'],
    pattern: /(?<![\w.+-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-]|\.\d)/g,
  },
  {
    id: 'card',
    kind: 'personal',
    hints: [],
    pattern:
      /(?<![\w.+-])(?:[3-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}|2[2-7]\d{2}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5}|3[068]\d{2}[ -]?\d{6}[ -]?\d{4})(?![\w-]|\.\d)/g,
    accepts: isCard,
  },
  {
    id: 'iban',
    kind: 'personal',
    hints: [],
    pattern: /(?<![\w-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\w-])/g,
    accepts: (value) => {
      const text = value.replaceAll(' ', '')
      const digits = [...(text.slice(4) + text.slice(0, 4))].map((sign) => parseInt(sign, 36)).join('')
      let rest = 0
      for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
      return rest === 1
    },
  },
]
