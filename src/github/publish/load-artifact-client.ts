// Starts loading the artifact client, which is as large as everything else together, when it will be used.

import type { Inputs } from '../event/inputs.ts'
import type { Context } from '../event/read-context.ts'
import type { ArtifactClient } from './upload-record.ts'

/** Null when nothing is to be uploaded, or there is nowhere to upload to. */
export function loadArtifactClient(inputs: Inputs, context: Context): Promise<ArtifactClient> | null {
  if (!inputs.upload || !hasArtifactService(context.serverUrl)) return null
  const client = import('@actions/artifact').then(({ DefaultArtifactClient }) => new DefaultArtifactClient())
  // Whoever awaits the client gets the error; until then it must not end the process.
  client.catch(() => {})
  return client
}

/** GitHub Enterprise Server has no service that the artifact client speaks to. The rule is the client's own. */
export function hasArtifactService(serverUrl: string): boolean {
  const host = new URL(serverUrl).hostname.toLowerCase()
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost')
}
