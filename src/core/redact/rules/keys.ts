// Keys that their issuer makes recognisable: by a prefix, or by their whole form.

import { looksIssued } from '../looks-made.ts'
import type { RedactionRule } from '../rule.ts'
import { compileStarts, mayStart } from '../word-starts.ts'
import { prefixes } from './prefixes.ts'

const rows = prefixes.flatMap(([id, least, starts]) => starts.map((start) => ({ id, least, start })))

const quote = (text: string) => text.replace(/[.$/+]/g, '\\$&')

/** The row of the longest prefix that `value` starts with. */
function findRow(value: string) {
  const known = rows.filter(({ start }) => value.startsWith(start))
  return known.reduce<(typeof known)[number] | undefined>(
    (best, row) => (best && best.start.length >= row.start.length ? best : row),
    undefined,
  )
}

const starts = compileStarts(rows.map(({ start }) => start))

// One pattern for all prefixes, since one alternation is ten times as fast as a search for each. To the end of the token,
// whatever the issuer's own alphabet: half a key is still a secret.
const prefixed: RedactionRule = {
  id: (value) => findRow(value)?.id ?? 'vendor-key',
  kind: 'secret',
  hints: [],
  mayMatch: (text) => mayStart(text, starts),
  pattern: new RegExp(
    String.raw`(?<![A-Za-z0-9])(?:${rows.map(({ start }) => quote(start)).join('|')})(?:\.?[\w~+/=-]){10,600}`,
    'g',
  ),
  accepts: (value) => {
    const row = findRow(value)
    return (
      row !== undefined &&
      value.length >= row.start.length + row.least &&
      looksIssued(value.slice(row.start.length))
    )
  },
}

// What some vendors put in the middle of their keys.
const kinds = ['live', 'test', 'prod', 'sandbox', 'secret', 'sk', 'pat', 'key', 'token', 'api']

const form = (id: string, hints: readonly string[], pattern: RegExp): RedactionRule => ({
  id,
  kind: 'secret',
  hints,
  pattern,
})

export const keyRules: readonly RedactionRule[] = [
  prefixed,
  // JSON web tokens and what is made like them: encrypted ones, Mapbox's, Grafana's, Supabase's.
  form('jwt', ['eyj'], /(?<![A-Za-z0-9])eyJ[\w-]{8,}(?:\.[\w-]{6,}){1,4}[\w~+/=-]*/g),
  form('jwt', ['eyjr', 'zxlk'], /(?<![A-Za-z0-9])(?:eyJrIjoi|ZXlK)[\w+/-]{40,}={0,3}/g),
  {
    id: 'aws-secret',
    kind: 'secret',
    hints: ['akia', 'asia'],
    // Beside its id forty characters are no hash.
    pattern:
      /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}["'`]?(?:[\s,:;|=/]{1,5}|[\s,]{1,3}(?:and )?(?:the )?secret(?: is|:)? )["'`]?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/g,
  },
  {
    id: 'aws-key',
    kind: 'secret',
    hints: [],
    pattern: /(?<![A-Za-z0-9])(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
    accepts: (value) => !value.endsWith('EXAMPLE'),
  },
  form(
    'webhook',
    ['hooks.', '/api/webhooks/', 'webhook.office.com/', 'webhook.site/'],
    /(?:https?:\/\/)?(?<![\w.-])(?:hooks\.slack\.com\/(?:services|workflows|triggers)|(?:\w{1,20}\.)?discord(?:app)?\.com\/api\/webhooks|[\w-]{1,63}\.webhook\.office\.com|hooks\.zapier\.com\/hooks\/catch|webhook\.site)\/[\w/@.-]{10,400}/g,
  ),
  form('telegram-token', [':aa'], /(?<![A-Za-z0-9])(?:bot)?\d{6,12}:AA[\w-]{30,40}/g),
  form('chat-token', ['.'], /(?<![\w.])[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{25,40}(?![\w.])/g),
  form('vendor-key', ['azdo'], /(?<![A-Za-z0-9])[A-Za-z0-9]{70,80}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])/g),
  form('payment-key', ['access_token$'], /access_token\$\w{1,20}\$\w{8,40}\$[a-f0-9]{16,64}/g),
  form('vendor-key', ['eaa'], /(?<![A-Za-z0-9])EAA[A-Za-z0-9]{80,400}/g),
  form('vendor-key', ['/'], /(?<![\w/.])[012]\/\d{10,20}(?:\/\d{1,20})?:[a-f0-9]{32}(?!\w)/g),
  form(
    'vendor-key',
    ['ac'],
    /(?<![A-Za-z0-9])AC[a-f0-9]{32}["'`]?[\s,:]{1,4}["'`]?(?<secret>[a-f0-9]{32})(?!\w)/g,
  ),
  form('private-key', ['"kty"'], /"(?:d|p|q|dp|dq|qi|k)"\s{0,3}:\s{0,3}"(?<secret>[\w-]{20,800})"/g),
  form('cloud-key', ['q~'], /(?<![\w~.])[\w~.]{3}\dQ~[\w~.-]{30,40}/g),
  form('cloud-key', ['.atlasv1.'], /(?<![\w])\w{10,20}\.atlasv1\.[\w=-]{40,100}/g),
  form('cloud-key', [':apa91b'], /(?<![\w])[\w-]{8,30}:APA91b[\w-]{80,200}/g),
  form('vendor-key', ['-us'], /(?<![\w])[a-f0-9]{32}-us\d{1,2}(?!\w)/g),
  form('vendor-key', ['sk', 'ac'], /(?<![A-Za-z0-9])(?:SK|AC)[a-f0-9]{32}(?![A-Za-z0-9])/g),
  form('vendor-key', ['pat'], /(?<![\w])pat[A-Za-z0-9]{14}\.[a-f0-9]{40,64}/g),
  form('vendor-key', ['_mmk'], /(?<![\w])\w{6}_\w{20,40}_mmk(?!\w)/g),
  form('vendor-key', ['a3-'], /(?<![\w])A3-[A-Z0-9]{6}(?:-[A-Z0-9]{5,11}){4,5}/g),
  form('vendor-key', ['re_'], /(?<![\w])re_[A-Za-z0-9]{6,10}_[A-Za-z0-9]{16,}/g),
  form('vendor-key', ['|'], /(?<![\w])\d{15,16}\|[\w-]{27,40}/g),
  {
    id: 'vendor-key',
    kind: 'secret',
    hints: kinds.flatMap((name) => ['_', '-'].flatMap((sign) => [`${sign}${name}_`, `${sign}${name}-`])),
    pattern:
      /(?<![\w./-])[A-Za-z][A-Za-z0-9]{1,15}[_-](?:live|test|prod|sandbox|secret|sk|pat|key|token|api)[_-][A-Za-z0-9]{16,}[\w~+/=-]*/g,
    accepts: (value) => looksIssued(value.slice(value.search(/[_-]/) + 1)),
  },
  form(
    'wallet-key',
    [],
    /(?<![A-Za-z0-9])(?:[5KL][1-9A-HJ-NP-Za-km-z]{50,51}|[xyz]prv[1-9A-HJ-NP-Za-km-z]{100,112})(?![A-Za-z0-9])/g,
  ),
  form(
    'password-hash',
    ['$'],
    /\$(?:2[abxy]\$\d\d\$[./A-Za-z0-9]{40,60}|(?:1|5|6|apr1|y|argon2(?:id?|d)|pbkdf2(?:-sha\d+)?|scrypt)\$[\w./+=,$-]{20,200})/g,
  ),
]
