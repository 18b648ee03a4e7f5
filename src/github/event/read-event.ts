// Finds what a run is about without asking the network: the `pull-request` input, else what the event says. One file
// for each event that does not carry its pull request.

import { readFile } from 'node:fs/promises'
import { isJsonObject, type JsonObject, readCount, readObject } from '../../core/json.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Lookup } from './lookup.ts'
import type { Context } from './read-context.ts'
import { readMergeGroup } from './read-merge-group.ts'
import { readPush } from './read-push.ts'
import { readWorkflowRun } from './read-workflow-run.ts'
import { type Skip, type Target, type Targets, toTargets } from './target.ts'

/** The pull requests to check, the question that finds them, or the reason why there are none. */
export type EventReading = Targets | { lookup: Lookup } | Skip

const readers = new Map<string, (event: JsonObject) => EventReading>([
  ['pull_request', (event) => toOwnTarget(readPullRequest(event))],
  ['pull_request_target', (event) => toOwnTarget(readPullRequest(event))],
  ['merge_group', readMergeGroup],
  ['push', readPush],
  ['workflow_run', readWorkflowRun],
])

/**
 * Reads the event of `context`; `wanted` is the `pull-request` input, which wins over it. Throws a {@link UsageError}
 * when an event that is needed cannot be read.
 */
export async function readEvent(context: Context, wanted: number | null): Promise<EventReading> {
  if (wanted !== null) return readWanted(context, wanted)
  const read = readers.get(context.eventName)
  if (read === undefined) return { skipped: explainSkip(context.eventName) }
  try {
    return read(await readPayload(context))
  } catch (error) {
    throw explain(error, context)
  }
}

/** The input names the pull request, so an event that has no copy of it is as good. */
async function readWanted(context: Context, wanted: number): Promise<Targets> {
  if (!context.eventName.startsWith('pull_request')) return toTargets([wanted], false)
  try {
    const target = readPullRequest(await readPayload(context))
    return target.number === wanted ? toOwnTarget(target) : toTargets([wanted], false)
  } catch {
    return toTargets([wanted], false)
  }
}

function readPullRequest(event: JsonObject): Target {
  const payload = readObject(event, 'pull_request')
  if (payload === null) throw new UsageError('it has no `pull_request`')
  const number = readCount(payload, 'number')
  if (number === null) throw new UsageError('its `pull_request` has no `number`')
  return { number, payload }
}

function toOwnTarget(target: Target): Targets {
  return { targets: [target], areMany: false, notices: [] }
}

async function readPayload({ eventPath }: Context): Promise<JsonObject> {
  if (eventPath === null) throw new UsageError('`GITHUB_EVENT_PATH` is not set')
  const event: unknown = JSON.parse(await readFile(eventPath, 'utf8'))
  return isJsonObject(event) ? event : {}
}

function explainSkip(eventName: string): string {
  if (eventName === 'workflow_dispatch') {
    return 'Nothing to check: a run that is started by hand is about no pull request. Give the input `pull-request` a number.'
  }
  const names = [...readers.keys()].map((name) => `\`${name}\``)
  return `Nothing to check: the event \`${eventName}\` is about no pull request that can be found. Run on ${names.slice(0, -1).join(', ')} or ${names.at(-1)}, or give the input \`pull-request\` a number.`
}

function explain(error: unknown, { eventName, eventPath }: Context): UsageError {
  const where = eventPath === null ? '' : ` from \`${eventPath}\``
  return new UsageError(
    `Cannot read the event \`${eventName}\`${where}: ${reasonOf(error)}. Run ai-worklog in a step of a workflow, or give the input \`pull-request\` a number.`,
    { cause: error },
  )
}

function reasonOf(error: unknown): string {
  if (error instanceof UsageError) return error.message
  if (error instanceof SyntaxError) return 'the file is not valid JSON'
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'there is no such file'
  return error instanceof Error ? error.message : String(error)
}
