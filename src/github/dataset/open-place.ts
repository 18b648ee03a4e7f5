// The store that the inputs name, and what is uploaded by the way: a store in artifacts is an upload itself.

import { join } from 'node:path'
import { createClient } from '../../api/create-client.ts'
import { version } from '../../core/record/version.ts'
import type { BuildOutcome } from '../../dataset/build/build-dataset.ts'
import { openStore } from '../../dataset/store/open-store.ts'
import type { Store } from '../../dataset/store/store.ts'
import type { Annotation } from '../../report/annotation.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../event/input-reader.ts'
import type { Context } from '../event/read-context.ts'
import { hasArtifactService } from '../publish/load-artifact-client.ts'
import { assertShareable, assertStorable, mayShowReport } from './assert-shareable.ts'
import type { DatasetInputs } from './inputs.ts'
import { isArtifactAgeing } from './is-artifact-ageing.ts'
import { locateStore } from './store-place.ts'
import { createUploads, type Uploads } from './uploads.ts'
import { findWorkspace } from './workspace.ts'

export interface Place {
  location: string
  store: Store
  uploads: Uploads
  /** Whether the last version is to be written again, though nothing is new, before it expires. */
  isAgeing: boolean
  /** Whether the job summary may show the report: that of a public repository not what private ones hold. */
  mayShow(outcome: Pick<BuildOutcome, 'facts'>): Promise<boolean>
  /** Uploads the dataset of a new version that is kept elsewhere, when that is wanted and possible. */
  publish(outcome: Pick<BuildOutcome, 'folder'>): Promise<Annotation[]>
}

/** Writes nothing yet. Throws a UsageError for a store that cannot be. */
export async function openPlace(
  inputs: DatasetInputs,
  context: Context,
  { env, signal }: { env: Environment; signal: AbortSignal },
): Promise<Place> {
  const { datasetArtifactName: artifactName, githubToken: token } = inputs
  const { repository, apiUrl, serverUrl } = context
  const host = new URL(serverUrl).host
  const isArtifact = inputs.store.kind === 'artifact'
  if (isArtifact && !inputs.upload) {
    throw new UsageError(
      '`upload: false` leaves nothing of `store: artifact`: leave it out, or use another store, such as `branch:ai-worklog`',
    )
  }
  if (isArtifact && !hasArtifactService(serverUrl)) {
    throw new UsageError(
      `\`store: artifact\` needs GitHub’s artifact service, which the GitHub Enterprise Server \`${host}\` does not have: use \`branch:ai-worklog\`, \`release\`, \`s3://bucket/prefix\` or a folder`,
    )
  }
  const userAgent = `ai-worklog/${version}`
  const client = createClient({ apiUrl, token, signal, userAgent, writes: true })
  const location = locateStore(inputs.store, { repository, artifactName, workspace: findWorkspace(env) })
  const uploads = createUploads({ context, retentionDays: inputs.retentionDays, signal })
  const opened = await openStore(location, { env, github: { client, token }, upload: uploads.upload })
  const home = /^github-[a-z]+:([\w.-]+\/[\w.-]+)/.exec(location)?.[1]
  const store: Store = {
    ...opened,
    async commit(folder, version, signal) {
      if (home !== undefined) await assertStorable(folder, client, home)
      await opened.commit(folder, version, signal)
    },
  }
  return {
    location,
    store,
    uploads,
    isAgeing: isArtifact && (await isArtifactAgeing(client, repository, artifactName)),
    mayShow: ({ facts }) => mayShowReport(facts, client, repository),
    async publish({ folder }) {
      if (isArtifact || !inputs.upload || folder === null) return []
      if (!hasArtifactService(serverUrl)) {
        const message = `The dataset was not uploaded: the GitHub Enterprise Server \`${host}\` has no service for that. It is in the store and in the folder \`dataset-path\`.`
        return [{ level: 'notice', title: 'ai-worklog dataset', message }]
      }
      const dataset = join(folder, 'dataset')
      await assertShareable(dataset, client, repository)
      await uploads.upload(dataset, artifactName)
      return []
    },
  }
}
