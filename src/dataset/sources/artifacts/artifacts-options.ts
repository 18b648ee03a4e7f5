// What collecting artifacts is told.

import type { Progress } from '../../../runtime/progress.ts'
import type { SeenArtifact } from '../collected.ts'

export interface ArtifactsOptions {
  /** Such as `https://api.github.com` or `https://host/api/v3`, without a slash at the end. */
  apiUrl: string
  /** Such as `https://api.github.com/graphql` or `https://host/api/graphql`. */
  graphqlUrl: string
  /** What records call the instance: `github.com`, or an Enterprise Server’s host. */
  host: string
  /** Needs `actions: read`, and for forks `pull-requests: read` and `contents: read`. */
  token: string
  userAgent: string
  /** `owner/name` of each. */
  repositories: readonly string[]
  /** All its repositories, too; null for none. */
  organization: string | null
  /** Artifacts of this name, and of `<name>-pr-<number>`. */
  artifactName: string
  /** Collected before: never fetched again. */
  seen: readonly SeenArtifact[]
  /** The journal, which an interrupted run goes on with, and the inputs are written here. Remove it when they are in the store. */
  workFolder: string
  signal: AbortSignal
  progress: Progress
  /** Downloads at the same time, from 1 to 10, more than which the throttling plugin lets nobody ask; 8 by default. */
  concurrency?: number
  /** Artifacts made before this time are left out; ISO 8601. */
  since?: string
  /** True when the last collecting counted nothing `unreachable`: the listing then ends early. False by default. */
  stopAtSeen?: boolean
  /** No rate limit is waited for longer, in milliseconds; 65 minutes by default, as GitHub renews them every hour. */
  longestWait?: number
  /** Before the first retry of what failed, in milliseconds; 1,000 by default. */
  retryBase?: number
}
