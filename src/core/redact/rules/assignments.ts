// Secrets by the name they are given to: `API_KEY=…`, `"password": "…"`, `the password is …`.

import { isPlaceholder, looksMade } from '../looks-made.ts'
import type { RedactionRule } from '../rule.ts'

// `req.body.password`, `getToken()`, `--flag`, a path, a type: code and prose, not values.
const code = /^[\w$]+(?:\?\.|\.|->|::|\[)[A-Za-z_$]|\(|^[./~@-]|^https?:|=>|;$/
// Base64 may begin like a path.
const keyLike = /^\/[\w+/]{38,90}={0,2}$/
// What stands behind a name of a password when it is talked about, or in the place of one.
const word =
  /^(?:passw|secret|token|string|text|required|optional|invalid|incorrect|wrong|empty|missing|hidden|hash|field|input|reset|changed|correct|stored|number|boolean|varchar|char\(|test|foo|bar|root$|admin$|user|generate|auto|unknown|type|length|min|max|not|is|the|was|must|should|and|or|in|for|on|to|with|from|via|when|if)[a-z_ -]*$|^(?:oauth|sha|md5?|argon|bcrypt|scrypt|pbkdf|base)[-_]?\d{0,3}[a-z]{0,3}$/i

const isWrittenOut = (value: string) => !isPlaceholder(value) && !code.test(value) && !word.test(value)
// In quotes it is a value, but for a path or a command: “tests pass: `npm test`”.
const isQuotedValue = (value: string) =>
  !isPlaceholder(value) && !word.test(value) && !/^\.{1,2}\/|^\/\w+\/|^[a-z]+ [a-z]/.test(value)
// What nobody writes as a word: `Winter2024x`, `hunter$2x`.
const isStrong = (value: string) =>
  value.length >= 7 &&
  (/\d/.test(value)
    ? /[a-z].*[A-Z]|[A-Z].*[a-z]/.test(value) || /[A-Za-z][^-.]*[!@#$%^&*+=~?]/.test(value)
    : /[A-Za-z][!@#$%^&*~?][A-Za-z]/.test(value))
const hasSigns = (value: string) => /\d|[!@#$%^&*+=~]/.test(value) || /[a-z][A-Z]{1,}[a-z]*[A-Z]/.test(value)

// `DB_PASSWORD=`, `&password=`: nobody writes prose like this.
const setting = /(?:[A-Z][A-Z0-9]*_?[A-Z0-9_]*|[?&]\w{1,40})=["'`]?$/

const value = String.raw`(?<secret>[^\s"'\x60,;<>()[\]{}|\\][^\s"'\x60,;<>()[\]{}|\\]{5,2000})`
const quoted = String.raw`(?<secret>[^\s"'\x60<>\\][^"'\x60\n<>\\]{3,500})(?=["'\x60\\])`
const gap = String.raw`["'\x60\])*]{0,4}(?:\s{0,3}|[ \t]{0,30})(?:value\s{0,3})?(?:=>|:=|\|\|=|[:=>])\s{0,3}`

const passwords = String.raw`(?:passw(?:or)?d|passwrd|passphrase|passcode|pwd|pgpass|requirepass|masterauth|storepass|keypass|(?:_pass|\bpass|\bpw)(?![a-z])|kennwort|passwort|contraseña|mot de passe|senha)`
const secrets = String.raw`(?:secret|(?<!publickey)token|apikey|api[_. -]?key|access[_. -]?key|account[_. -]?key|shared[_. -]?key|auth[_. -]?key|service[_. -]?key|license[_. -]?key|signing[_. -]?key|encryption[_. -]?key|master[_. -]?key|webhook[_. -]?key|private[_. -]?key|credentials?|[_-]key|[a-z](?<!public)Key|_auth|"auth"|_pat\b|_dsn|app[_. -]?id[_. -]?key)`
const passwordHints = [
  'passw',
  'passphrase',
  'passcode',
  'pwd',
  'pass',
  'pw',
  'kennwort',
  'contraseña',
  'mot de passe',
  'senha',
]
const secretHints = ['secret', 'token', 'key', 'credential', '_auth', '"auth"', '_pat', '_dsn']

export const assignmentRules: readonly RedactionRule[] = [
  {
    id: 'password',
    kind: 'secret',
    hints: passwordHints,
    pattern: new RegExp(String.raw`${passwords}\w{0,20}${gap}["'\x60]${quoted}`, 'gi'),
    accepts: (text) => isQuotedValue(text) && !/^[a-z]{1,12}$/.test(text) && !/ .* /.test(text),
  },
  {
    id: 'password',
    kind: 'secret',
    hints: passwordHints,
    pattern: new RegExp(String.raw`${passwords}\w{0,20}${gap}${value}`, 'gi'),
    accepts: (text, before) => isWrittenOut(text) && (hasSigns(text) || setting.test(before)),
  },
  {
    id: 'password',
    kind: 'secret',
    hints: ['pass', 'pwd', 'login'],
    // `Password is hunter2`, `log in with ann / hunter2`, `password for the admin was …`.
    pattern:
      /\b(?:passw(?:or)?d|passphrase|passcode|pwd)\b(?: (?:for|of|to) [\w@.' -]{1,40}?)? (?:is|was|=|to be|set to|changed to|reset to|to|now)[: ]{1,2}["'`*“]{0,3}(?<secret>[^\s"'`*”]{6,200}?)(?=[.,;:!?]?(?:["'`*”\s)]|$))/gi,
    accepts: (text) => isWrittenOut(text) && hasSigns(text) && !/^[\d.,%-]+$/.test(text),
  },
  {
    id: 'password',
    kind: 'secret',
    hints: ['passw', 'passphrase', 'passcode'],
    // `with the password "hunter2!x"`, `user ann, password Winter2024x`, `Password for the server: …`,
    // `fill('#password', '…')`.
    pattern:
      /(?:passw(?:or)?d|passphrase|passcode)(?:["'`]|'s)?(?: (?:for|of|to|on|should be|must be) ?[\w@.' -]{0,40}?)?["'`]?[ ,:(]{1,3}["'`“]{0,2}(?<secret>[^\s"'`”]{6,200}?)(?=[.,;:!?]?(?:["'`”\s)]|$))/gi,
    accepts: (text) => isQuotedValue(text) && isStrong(text) && !/[/\\(]|\.[a-z]{1,4}$/.test(text),
  },
  {
    id: 'password',
    kind: 'secret',
    hints: ['login', 'log in', 'sign in', 'cred', 'account'],
    // `log in with admin / Winter2024x`, `credentials: ann:hunter2!x`.
    pattern:
      /\b(?:log ?in|sign in|credentials?|creds|account)\b[^\n/:]{0,30}[ :(]["'`]?[\w.@+-]{2,60}["'`]?(?: \/ |:| \| )["'`]?(?<secret>[^\s"'`/]{7,200}?)(?=[.,;:!?]?(?:["'`\s)]|$))/gi,
    accepts: (text) => isQuotedValue(text) && isStrong(text) && !/[/\\(]|\.[a-z]{1,4}$/.test(text),
  },
  {
    id: 'password',
    kind: 'secret',
    hints: ['default', 'value:'],
    // Terraform, and the environment of Kubernetes.
    pattern:
      /(?:passw(?:or)?d|secret|token|_key)\w{0,20}["'`]?(?:\s{0,3}\{[^}]{0,200}?\bdefault\s{0,20}=|\s{1,40}value:)\s{0,3}["'`]?(?<secret>[^\s"'`]{4,300})/gi,
    accepts: (text) => isQuotedValue(text) && (hasSigns(text) || /[A-Z]/.test(text)),
  },
  {
    id: 'secret',
    kind: 'secret',
    hints: ['secret', 'key'],
    // Django's and the like hold brackets and other signs.
    pattern: new RegExp(
      String.raw`(?:secret|[_-]key|[a-z](?<!public)Key)\w{0,10}${gap}["'\x60](?<secret>[^\s"'\x60\\]{16,500})["'\x60]`,
      'gi',
    ),
    accepts: (text) =>
      isQuotedValue(text) &&
      /\d/.test(text) &&
      /[A-Za-z]/.test(text) &&
      /[!@#$%^&*()+=~?]/.test(text) &&
      !/^https?:/.test(text),
  },
  {
    id: 'secret',
    kind: 'secret',
    hints: secretHints,
    pattern: new RegExp(
      String.raw`${secrets}(?!\w{0,20}(?:name|id|ids|type|path|file|url|count|length|size|hash)\b)\w{0,20}${gap}["'\x60]{0,3}${value}`,
      'gi',
    ),
    accepts: (text, before) =>
      (!code.test(text) || keyLike.test(text)) &&
      (looksMade(text) || (setting.test(before) && isWrittenOut(text) && hasSigns(text))),
  },
  {
    id: 'secret',
    kind: 'secret',
    hints: ['secret', 'token', 'key', 'credential'],
    pattern:
      /\b(?:secret|token|api[ _-]?key|access[ _-]?key|key|credential)s?\b(?: (?:for|of|to) [\w@.' -]{1,40}?)? (?:is|was|are|set to|to)[: ]{1,2}["'`*“]{0,3}(?<secret>[\w.~+/=-]{12,400})/gi,
    accepts: looksMade,
  },
]
