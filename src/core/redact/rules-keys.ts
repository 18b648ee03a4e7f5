// Keys that their issuer makes recognisable by a prefix, private keys and tokens of a fixed form.

import type { RedactionRule } from './rule.ts'

const prefixed = (id: string, hints: readonly string[], pattern: RegExp): RedactionRule => ({
  id,
  hints,
  pattern,
})

export const keyRules: readonly RedactionRule[] = [
  // To the end of the text when the last line is missing: half a key is still a secret.
  prefixed(
    'private-key',
    ['private key'],
    /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  ),
  prefixed('jwt', ['eyj'], /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g),
  {
    id: 'aws-key',
    hints: ['akia', 'asia', 'abia', 'acca'],
    pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g,
    accepts: (value) => !value.endsWith('EXAMPLE'),
  },
  prefixed(
    'github-token',
    ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    /\b(?:gh[pousr]_[\w.-]{20,}|github_pat_\w{20,})/g,
  ),
  prefixed('gitlab-token', ['gl'], /\bgl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|oas)-[\w.-]{16,}/g),
  prefixed(
    'ai-key',
    ['sk-', 'xai-', 'gsk_', 'pplx-', 'r8_', 'hf_'],
    /\b(?:sk-[\w-]{20,}|xai-\w{20,}|gsk_\w{20,}|pplx-\w{20,}|r8_\w{20,}|hf_[A-Za-z0-9]{20,})/g,
  ),
  prefixed('slack-token', ['xox', 'xapp-'], /\b(?:xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,})/g),
  prefixed(
    'webhook',
    ['hooks.slack.com/', '/api/webhooks/', 'webhook.office.com/'],
    /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks|[\w-]+\.webhook\.office\.com)\/[\w/@.-]{10,}/g,
  ),
  prefixed(
    'stripe-key',
    ['sk_', 'rk_', 'whsec_'],
    /\b(?:[sr]k_(?:live|test|prod)_\w{10,}|whsec_[\w+/=]{16,})/g,
  ),
  prefixed(
    'google-key',
    ['aiza', 'gocspx-', 'ya29.'],
    /(?:\bAIza[\w-]{30,}|\bGOCSPX-[\w-]{20,}|\bya29\.[\w-]{20,})/g,
  ),
  prefixed('sendgrid-key', ['sg.'], /\bSG\.[\w-]{16,}\.[\w-]{16,}/g),
  prefixed(
    'package-token',
    ['npm_', 'pypi-', 'rubygems_', 'dckr_', 'cio', 'oy2'],
    /\b(?:npm_[A-Za-z0-9]{30,}|pypi-[\w-]{50,}|rubygems_[a-f0-9]{40,}|dckr_[po]at_[\w-]{20,}|cio[A-Za-z0-9]{32}\b|oy2[a-z0-9]{43}\b)/g,
  ),
  prefixed(
    'vendor-key',
    [
      'do',
      'shp',
      'lin_api_',
      'ntn_',
      'secret_',
      'sb',
      'glc_',
      'glsa_',
      'nrak-',
      'key-',
      'hvs.',
      'hvb.',
      'pscale_',
      'fo1_',
      'figd_',
      'phx_',
      'phc_',
      'age-secret-key-',
      'dapi',
      'eaa',
      'sntry',
      'atatt',
      'pat',
    ],
    /\b(?:do[opr]_v1_[a-f0-9]{40,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|lin_api_\w{30,}|ntn_\w{30,}|sb_secret_[\w-]{16,}|sbp_[a-f0-9]{40}|glc_[\w+/=]{30,}|glsa_\w{30,}|NRAK-[A-Z0-9]{27}|key-[a-f0-9]{32}\b|hv[sb]\.[\w-]{24,}|pscale_(?:tkn|oauth|pw)_[\w.=-]{30,}|fo1_[\w-]{40,}|figd_[\w-]{30,}|ph[cx]_\w{30,}|AGE-SECRET-KEY-1[A-Z0-9]{50,}|dapi[a-f0-9]{32}|sntry[su]_[\w=+/-]{40,}|ATATT3[\w=-]{60,})/g,
  ),
  prefixed('telegram-token', [':aa'], /\b\d{8,10}:AA[\w-]{32,34}/g),
]
