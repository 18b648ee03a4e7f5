// A pull request as GitHub sends it: the payload of the event `pull_request` from @octokit/webhooks-examples.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isJsonObject, type JsonObject, readObject, readObjects, readString } from '../../src/core/json.ts'

const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples')
const examples: unknown = JSON.parse(readFileSync(file, 'utf8'))

/** The payloads of all examples of `event`. */
export function readExamples(event: string): JsonObject[] {
  const all = readObjects({ examples }, 'examples')
  return readObjects(all.find((each) => readString(each, 'name') === event) ?? {}, 'examples')
}

/** The payload of the first example of `event`. */
export function readExample(event: string): JsonObject {
  const [found] = readExamples(event)
  if (found === undefined) throw new Error(`no example of the event ${event}`)
  return found
}

/** The event `pull_request`, with `overrides` laid over its pull request: number 2 of `Codertocat/Hello-World`. */
export function createEvent(overrides: JsonObject = {}): JsonObject {
  const event = readExample('pull_request')
  return { ...event, pull_request: { ...readObject(event, 'pull_request'), ...overrides } }
}

/** The pull request alone, as the REST API sends it. */
export function createPull(overrides: JsonObject = {}): JsonObject {
  const pull = createEvent(overrides).pull_request
  if (!isJsonObject(pull)) throw new Error('the example has no pull request')
  return pull
}

/** A commit of a pull request, as the REST API lists it. */
export function createCommit(sha: string, message: string): JsonObject {
  const signature = { name: 'Codertocat', email: 'codertocat@example.com', date: '2019-05-15T15:19:25Z' }
  const user = { login: 'Codertocat', id: 21031067, type: 'User' }
  return { sha, commit: { message, author: signature, committer: signature }, author: user, committer: user }
}
