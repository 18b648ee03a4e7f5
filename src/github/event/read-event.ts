// Finds the pull request a run is about: the `pull-request` input, else the event's own.

import { readFile } from 'node:fs/promises'
import { isJsonObject, type JsonObject, readCount, readObject } from '../../core/json.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Context } from './read-context.ts'

/** The events whose payload carries the pull request. */
const supportedEvents = ['pull_request', 'pull_request_target']

/** The pull request to check. `payload` is the event's copy of it, which may be stale; null when it has none. */
export interface Target {
  number: number
  payload: JsonObject | null
}

/**
 * The pull request to check, or the reason why there is none. `wanted` is the `pull-request` input.
 * Throws a {@link UsageError} when an event that carries a pull request cannot be read.
 */
export async function readEvent(
  context: Context,
  wanted: number | null,
): Promise<Target | { skipped: string }> {
  const { eventName } = context
  if (!supportedEvents.includes(eventName)) {
    if (wanted !== null) return { number: wanted, payload: null }
    return {
      skipped: `Nothing to check: the event \`${eventName}\` carries no pull request. Run on \`pull_request\` or \`pull_request_target\`, or give the input \`pull-request\` a number.`,
    }
  }
  try {
    const payload = await readPayload(context)
    const number = readCount(payload, 'number')
    if (number !== null && (wanted === null || wanted === number)) return { number, payload }
    if (wanted === null) throw new UsageError('its `pull_request` has no `number`')
  } catch (error) {
    // The input names the pull request, so the event is not needed.
    if (wanted === null) throw explain(error, context)
  }
  return { number: wanted, payload: null }
}

async function readPayload({ eventPath }: Context): Promise<JsonObject> {
  if (eventPath === null) throw new UsageError('`GITHUB_EVENT_PATH` is not set')
  const event: unknown = JSON.parse(await readFile(eventPath, 'utf8'))
  const payload = isJsonObject(event) ? readObject(event, 'pull_request') : null
  if (payload === null) throw new UsageError('it has no `pull_request`')
  return payload
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
