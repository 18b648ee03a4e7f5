// Secrets that what stands around them gives away: URLs, headers, command lines, files of credentials.

import { isPlaceholder, looksMade } from '../looks-made.ts'
import type { RedactionRule } from '../rule.ts'

const isValue = (value: string) => !isPlaceholder(value)

const rule = (
  id: string,
  hints: readonly string[],
  pattern: RegExp,
  accepts: RedactionRule['accepts'] = isValue,
): RedactionRule => ({ id, kind: 'secret', hints, pattern, accepts })

export const contextRules: readonly RedactionRule[] = [
  // To the last `@`: people do not encode the ones in their passwords.
  rule(
    'url-credentials',
    ['@'],
    /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/"'`<>]{0,200}:(?<secret>[^\s"'`<>]{1,200})@(?=[\w.[-])(?![^\s/"'`<>]{0,200}@)/gi,
    (value) => isValue(value) && !/^(?:\d{1,5}\/|\/|(?:pass|password|passwd|pwd|secret)$)/i.test(value),
  ),
  rule(
    'url-credentials',
    ['@'],
    /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/(?<secret>[\w~+=-]{20,200})@(?=\w)/gi,
    looksMade,
  ),
  rule(
    'url-secret',
    ['sig', 'key', 'token', 'code', 'pass', 'pwd', 'secret', 'auth', 'session', 'jwt', 'credential'],
    /[?&;](?:[\w.-]{0,30}(?:signature|sig|key|token|code|passw(?:or)?d|pwd|secret|auth|session|sid|jwt|credential))=(?<secret>[^\s&#"'`<>)\]]{6,2000})/gi,
    (value) => looksMade(value) || /%2[BF]|%3D|[!@$%^*]/i.test(value),
  ),
  rule('auth-header', ['basic'], /\bbasic +(?<secret>[A-Za-z0-9+/_-]{6,}={0,2})/gi, holdsUserAndPassword),
  rule(
    'auth-header',
    ['bearer', 'token ', 'apikey ', 'negotiate ', 'ssws '],
    /\b(?:bearer|token|apikey|negotiate|ssws):? +["'`]?(?<secret>[\w.~+/-]{12,2000}={0,2})/gi,
    looksMade,
  ),
  rule(
    'auth-header',
    [
      'authorization',
      'x-api-key',
      'x-auth',
      'x-access',
      '-token:',
      'apikey:',
      'x-vault',
      '-key:',
      '-secret:',
    ],
    /\b(?:(?:proxy-)?authorization|[a-z][\w-]{0,40}-(?:key|token|secret|auth)|apikey)["'`]?\s{0,3}[:=]\s{0,3}["'`]?(?:[A-Za-z][\w-]{0,30} {1,3})?(?<secret>[^\s"'`<>,;]{8,2000})/gi,
    (value) => looksMade(value) || (isValue(value) && /\d/.test(value) && /[A-Za-z]/.test(value)),
  ),
  rule(
    'cookie',
    ['cookie'],
    /\bcookie["'`]?\s{0,3}[:=]\s{0,3}["'`]?(?:[\w.-]{1,60}=[^\s;"'`]{0,7}; ?){0,10}[\w.-]{1,60}=(?<secret>[^\s;"'`<>]{8,2000}(?:; ?[\w.-]{1,60}=[^\s;"'`<>]{8,2000}){0,20})/gi,
    looksMade,
  ),
  {
    mayMatch: (text) => /-(?:u|a |-(?:proxy-)?user|-auth)/.test(text),
    ...rule(
      'command-password',
      ['curl', 'http', 'wget'],
      /(?<![\w-])(?:-u ?|--user[ =]|--proxy-user[ =]|-a |--auth[ =])["'`]?[^\s:"'`-][^\s:"'`]{0,100}:(?<secret>[^\s"'`]{3,200})/g,
      (value) => isValue(value) && !/^(?:pass|password|passwd|pwd|secret|token)$/i.test(value),
    ),
  },
  rule(
    'command-password',
    ['mysql', 'mariadb', 'sshpass', 'docker', 'redis-cli', 'podman', 'helm'],
    /\b(?:mysql\w{0,10}|mariadb|sshpass|docker|podman|helm|redis-cli)\b[^\n|;&]{0,200}? (?:-p ?|-a )["'`]?(?<secret>[^\s"'`=:/-][^\s"'`/]{4,200})/g,
    (value) => isValue(value) && !/^[\d.:]+$/.test(value) && /\d|[!@#$%^&*]/.test(value),
  ),
  rule(
    'command-password',
    ['-pass', '-token', '-secret', '-api', '-key', '-auth', '-pwd', '-access'],
    /--(?:[\w-]{0,20}(?:passw(?:or)?d|passphrase|pass|pwd|token|secret|api-?key|[\w-]{0,20}-key))[ =]{1,2}["'`]?(?<secret>[^\s"'`-][^\s"'`]{5,300})/gi,
    (value) => looksMade(value) || (isValue(value) && /[A-Za-z]/.test(value) && /\d|[!@#$%^&*]/.test(value)),
  ),
  rule(
    'command-password',
    ['mongo', 'ldap', 'sqlcmd', 'sqlplus', 'smbclient', 'plink', 'pscp'],
    /\b(?:mongo\w{0,10}|ldap\w{2,10}|sqlcmd|sqlplus|smbclient|plink|pscp)\b[^\n|;&]{0,200}? -(?:p|w|P|pw) ?["'`]?(?<secret>[^\s"'`=:/-][^\s"'`/]{4,200})/g,
    (value) => isValue(value) && !/^[\d.:]+$/.test(value) && /\d|[!@#$%^&*?]/.test(value),
  ),
  rule(
    'command-password',
    ['requirepass', 'masterauth', 'storepass', 'keypass', 'securestring', 'pass:'],
    /(?:\b(?:requirepass|masterauth)[: ]{1,3}|-(?:src|dest)?(?:storepass|keypass) |ConvertTo-SecureString(?: -String)? |-pass(?:in|out)? pass:)["'`]?(?<secret>[^\s"'`]{4,200})/gi,
    (value) => isValue(value) && !value.startsWith('-'),
  ),
  rule('command-password', ['sudo'], /\becho ["'`]?(?<secret>[^\s"'`|]{4,200})["'`]? ?\| ?sudo -S/g),
  rule(
    'command-password',
    ['pass', 'secret', 'token', 'key'],
    /\b(?:setx|set -gx|set -x|export|setenv) \w{0,40}(?:PASS(?:WORD|WD)?|SECRET|TOKEN|KEY)\w{0,20}[ =]{1,3}["'`]?(?<secret>[^\s"'`]{6,300})/g,
    (value) => isValue(value) && /\d|[!@#$%^&*~]/.test(value) && /[A-Za-z]/.test(value),
  ),
  rule('dsn', ['jdbc:oracle'], /jdbc:oracle:\w{1,10}:[^\s/@:]{1,100}\/(?<secret>[^\s@]{1,200})@/gi),
  rule('dsn', ['@tcp(', '@unix('], /(?<![\w/])[\w.-]{1,100}:(?<secret>[^\s@:"'`]{3,200})@(?:tcp|unix)\(/g),
  rule(
    'netrc',
    ['machine '],
    /\bmachine\s+\S{1,200}\s+login\s+\S{1,200}\s+password\s+(?<secret>\S{3,200})/gi,
  ),
  rule(
    'pgpass',
    [':5432:', ':3306:', ':*:'],
    /(?<=:(?:5432|3306|\*):[^\s:]{1,60}:[^\s:]{1,60}:)[^\s:"'`]{3,200}/g,
  ),
  rule(
    'otp-secret',
    ['otpauth'],
    /otpauth(?:-migration)?:\/\/[^\s"'`<>]{1,200}?(?:secret|data)=(?<secret>[\w%=+/-]{8,})/gi,
  ),
  rule(
    'seed-phrase',
    ['mnemonic', 'seed phrase', 'recovery phrase', 'seed words', 'secret phrase'],
    /(?:mnemonic|(?:seed|recovery|secret) (?:phrase|words))\W{1,20}(?:(?:is|was)\W{1,5})?(?<secret>(?:[a-z]{3,8}[ ,]{1,3}){11,23}[a-z]{3,8})/gi,
  ),
]

/** `dXNlcjpwYXNz` is a user and a password, `authentication` is a word. */
function holdsUserAndPassword(value: string): boolean {
  try {
    return /^[\u0020-\u007E\u0080-\u00FF]{1,200}:/.test(atob(value.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return false
  }
}
