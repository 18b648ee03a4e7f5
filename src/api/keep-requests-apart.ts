// Gives each request its own options: the plugins that try again note in them how often they have, and would else find in
// every later request what one has met.

import type { Octokit } from '@octokit/core'

/** A plugin of the client, to be installed after those that try again: the last one is the outermost. */
export function keepRequestsApart(client: Octokit): void {
  client.hook.before('request', (options) => {
    options.request = { ...options.request }
  })
}
