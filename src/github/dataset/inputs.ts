// What the dataset action is told.

import type { Audience, AuthorMode } from '../../dataset/build/build-options.ts'
import type { StorePlace } from './store-place.ts'

export interface DatasetInputs {
  githubToken: string
  /** `owner/name` of each; empty for the repository of the workflow, unless there is an organization. */
  repositories: string[]
  organization: string | null
  /** Artifacts of this name, and of `<name>-pr-<number>`. */
  artifactName: string
  history: boolean
  withDiff: boolean
  /** ISO 8601 in UTC; null for all. */
  since: string | null
  store: StorePlace
  datasetArtifactName: string
  /** Null: as in the previous version. */
  authors: AuthorMode | null
  /** Null without one. */
  pseudonymKey: string | null
  /** Null: as in the previous version. */
  audience: Audience | null
  /** A path in the workspace; null for none. */
  optOut: string | null
  keepDays: number | null
  toolAgeDays: number | null
  /** Null: as in the previous version. */
  allowPrivate: boolean | null
  /** SPDX; null: as in the previous version. */
  license: string | null
  /** ISO 8601 in UTC; null for now. */
  asOf: string | null
  /** Whether the job summary has the report. */
  report: boolean
  /** Whether the dataset is uploaded when it is kept elsewhere. */
  upload: boolean
  /** Null leaves the repository's setting. */
  retentionDays: number | null
  /** A path in the workspace; null for a folder that goes with the job. */
  workDir: string | null
}
