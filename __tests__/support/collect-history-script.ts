// The history of octo/app in a process of its own, for a test to kill: `node collect-history-script.ts <origin> <folder>`.

import { createClient } from '../../src/api/create-client.ts'
import { collectHistory } from '../../src/dataset/sources/history/collect-history.ts'

const [, , origin = '', workFolder = ''] = process.argv
const { signal } = new AbortController()
await collectHistory({
  client: createClient({ apiUrl: origin, token: 'secret', signal, userAgent: 'test' }),
  graphqlUrl: `${origin}/graphql`,
  host: 'github.com',
  repositories: ['octo/app'],
  workFolder,
  signal,
  now: () => Date.parse('2026-11-26T11:30:00Z'),
})
