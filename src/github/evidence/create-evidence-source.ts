// Decides whether this run has transcripts to read. What reads them is loaded only then.

import type { Policy } from '../../core/policy/policy.ts'
import type { PullRequest } from '../../core/pull-request.ts'
import type { Environment } from '../event/input-reader.ts'
import type { Inputs } from '../event/inputs.ts'
import { findDistrust, isOfThisJob } from './distrust.ts'
import type { Evidence } from './evidence.ts'
import { findPlaces } from './find-places.ts'

/** Gives the evidence of one pull request of the run. Never rejects. */
export type EvidenceSource = (
  pullRequest: PullRequest,
  policy: Pick<Policy, 'privacy' | 'redact'>,
) => Promise<Evidence>

export interface EvidenceOptions {
  env: Environment
  eventName: string
  inputs: Pick<Inputs, 'transcripts' | 'githubToken'>
}

/** Of one pull request, and of all of a run, in milliseconds. */
const longest = 10_000
const longestOfAll = 20_000

const nothing: Evidence = { draft: null, line: null, notices: [] }

/** Looks for the known places once, unless `inputs` name others. */
export function createEvidenceSource({ env, eventName, inputs }: EvidenceOptions): EvidenceSource {
  const names = inputs.transcripts
  const places = names === null ? findPlaces(env) : []
  const mayRead = places.filter((place) => isOfThisJob(place, env))
  let left = longestOfAll
  return async (pullRequest, { privacy, redact }) => {
    if (names === null ? places.length === 0 : names.length === 0) return nothing
    const distrust = names === null ? findDistrust(pullRequest, eventName) : null
    if (distrust !== null) return leaveOut(distrust)
    if (names === null && mayRead.length === 0) return leaveOut('this runner keeps them from job to job')
    const start = performance.now()
    try {
      const [{ readEvidence }, core] = await Promise.all([import('./read-evidence.ts'), import('../core.ts')])
      const signal = AbortSignal.timeout(Math.max(1, Math.min(longest, left)))
      const read = await readEvidence(pullRequest, { env, names, places: mayRead, signal })
      return await core.redactEvidence(read, { privacy, redact, env, token: inputs.githubToken })
    } catch (error) {
      // Its message may quote what it stumbled over.
      const name = error instanceof Error ? error.name : 'unknown'
      return { ...nothing, notices: [`The transcripts could not be read (${name}).`] }
    } finally {
      left -= performance.now() - start
    }
  }
}

function leaveOut(why: string): Evidence {
  return {
    ...nothing,
    line: `Transcripts: there are some, not read because ${why}; name them in the input \`transcripts\` if nobody else can write them`,
  }
}
