// The conversation of a pull request and its labels, as GitHub's REST API lets an action change them.

import type { IncomingMessage } from 'node:http'
import { type JsonObject, readObjects, readString } from '../../src/core/json.ts'
import { type Answer, pageOf, readBody } from './http.ts'

export interface IssueState {
  /** The login behind the token; null when GraphQL does not tell. */
  viewer: string | null
  /** Whom REST names as the author of new comments. */
  author: { login: string; id: number; type: string }
  comments: JsonObject[]
  /** The labels that the repository has. */
  labels: string[]
}

export type IssueRoute = 'comments' | 'new-comment' | 'comment' | 'repository-label' | 'labels' | 'label'

/** The account of a workflow's own token. */
export const workflowBot = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' }

export const issueRoutes: [RegExp, IssueRoute][] = [
  [/^GET \/repos\/[^/]+\/[^/]+\/issues\/\d+\/comments$/, 'comments'],
  [/^POST \/repos\/[^/]+\/[^/]+\/issues\/\d+\/comments$/, 'new-comment'],
  [/^(?:PATCH|DELETE) \/repos\/[^/]+\/[^/]+\/issues\/comments\/\d+$/, 'comment'],
  [/^GET \/repos\/[^/]+\/[^/]+\/labels\/[^/]+$/, 'repository-label'],
  [/^POST \/repos\/[^/]+\/[^/]+\/issues\/\d+\/labels$/, 'labels'],
  [/^DELETE \/repos\/[^/]+\/[^/]+\/issues\/\d+\/labels\/[^/]+$/, 'label'],
]

export function createIssueState(): IssueState {
  return { viewer: workflowBot.login, author: workflowBot, comments: [], labels: [] }
}

const notFound: Answer = [404, { message: 'Not Found' }]

/** Answers `request`, and changes `state` or the labels of `pull` as it asks. */
export async function answerIssue(
  state: IssueState,
  pull: JsonObject & { labels?: unknown },
  route: IssueRoute,
  request: IncomingMessage,
): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const last = decodeURIComponent(url.pathname.split('/').at(-1) ?? '')
  const body = JSON.parse((await readBody(request)) || '{}')
  switch (route) {
    case 'comments':
      return pageOf(state.comments, url, request)
    case 'new-comment':
      return [201, addComment(state, body.body)]
    case 'comment': {
      const index = state.comments.findIndex(({ id }) => id === Number(last))
      if (index === -1) return notFound
      if (request.method === 'PATCH') {
        state.comments[index] = { ...state.comments[index], body: body.body }
        return [200, state.comments[index]]
      }
      state.comments.splice(index, 1)
      return [204, '']
    }
    case 'repository-label':
      return state.labels.includes(last) ? [200, { name: last }] : notFound
    case 'labels':
      pull.labels = [...readObjects(pull, 'labels'), ...body.labels.map((name: string) => ({ name }))]
      return [200, pull.labels]
    case 'label':
      pull.labels = readObjects(pull, 'labels').filter((label) => readString(label, 'name') !== last)
      return [200, pull.labels]
  }
}

/** A new comment at the end of the conversation. */
export function addComment(state: IssueState, body: string, user: JsonObject = state.author): JsonObject {
  const last = Math.max(0, ...state.comments.map(({ id }) => Number(id)))
  const comment = { id: last + 1, user, body, performed_via_github_app: null }
  state.comments.push(comment)
  return comment
}
