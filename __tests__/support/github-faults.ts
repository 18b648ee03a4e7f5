// The ways in which GitHub's API fails.

import type { Fault } from './github-server.ts'

const limit = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' }

/** What GitHub says to who asks too often in a short time. */
export const secondaryLimit = {
  message: 'You have exceeded a secondary rate limit',
  headers: { 'retry-after': '3600' },
} as const satisfies Fault

/** Each with what GitHub then does, as in “GitHub answers 404”. */
export const faults: readonly (readonly [string, Fault])[] = [
  ...[400, 401, 403, 404, 409, 410, 422, 429, 451, 500, 502, 503, 504].map(
    (status) => [`answers ${status}`, { status }] as const,
  ),
  ['answers 502 with a page', { status: 502, raw: '<html>Bad gateway</html>' }],
  ['limits the rate', { status: 403, headers: limit }],
  ['limits the rate, by 429', { status: 429, headers: limit }],
  ['has a secondary limit', { status: 403, ...secondaryLimit }],
  ['has a secondary limit, by 429', { status: 429, ...secondaryLimit }],
  ['asks to wait an hour', { status: 503, headers: { 'retry-after': '3600' } }],
  ['answers with no JSON', { raw: '{"number": 2, ' }],
  ['answers with nothing', { raw: '' }],
  ['answers null', { raw: 'null' }],
  ['answers a list of nulls', { raw: '[null]' }],
  ['answers an empty object', { raw: '{}' }],
  ['breaks off in the middle', { isCut: true }],
  ['redirects for ever', { status: 302, headers: { location: '/repos/a/b/pulls/2' } }],
]
