// Scores readings of pull requests whose coding agent is known. Pure.

import type { PullRequest } from '../src/core/pull-request.ts'
import { count, createShare, type Share } from './measures.ts'
import type { FoundTool } from './prediction.ts'

/** One pull request with the agent that the data set says opened it. */
export interface AgentPullRequest {
  id: string
  agent: string
  pullRequest: PullRequest
}

/** What a reader found. `traces` are the ids of all traces, that of a branch's name included. */
export interface AgentReading {
  tools: readonly FoundTool[]
  traces: readonly (string | null)[]
}

/** The scores of one reader over the pull requests of one agent. */
export interface AgentScore {
  agent: string
  pullRequests: number
  /** Of those that name the agent anywhere: those in which it was found. */
  found: Share
  /** Those in which no other tool was found. */
  noOther: Share
  /** Those in which every other tool has a trace of its own: a trailer, a footer, a bot as author. */
  tracedOthers: Share
}

/**
 * An agent's name or trace, wherever it stands and whatever it means there: independent of the reader's vocabulary.
 * PR-Codex is another product, which describes pull requests.
 */
const names: ReadonlyMap<string, RegExp> = new Map([
  ['openai-codex', /(?<!pr-)codex/i],
  ['github-copilot', /copilot/i],
  ['devin', /\bdevin\b|devin-ai/i],
  ['cursor', /cursor/i],
  ['claude-code', /\bclaude\b/i],
])

/** The block that PR-Codex appends, with its own `/codex` command. */
const otherProduct = /<!-- start pr-codex -->[\s\S]*?<!-- end pr-codex -->/gi

/** True when the body, a commit, the branch or an author names the agent. */
export function isNamed(agent: string, { body, headRef, author, commits }: PullRequest): boolean {
  const actors = [author, ...commits.flatMap((commit) => [commit.author, commit.committer])]
  const texts = [
    body,
    headRef,
    ...commits.map(({ message }) => message),
    ...actors.flatMap((actor) => [actor?.login, actor?.name, actor?.email]),
  ]
  return texts.some((text) => text && names.get(agent)?.test(text.replace(otherProduct, '')))
}

/** Scores `read` agent by agent, in the order of the data. Throws on an agent whose name is not known here. */
export function scoreAgents(
  rows: readonly AgentPullRequest[],
  read: (pullRequest: PullRequest) => AgentReading,
): AgentScore[] {
  const scores = new Map<string, AgentScore>()
  for (const { id, agent, pullRequest } of rows) {
    if (!names.has(agent))
      throw new Error(`Unexpected agent \`${agent}\`, expected ${[...names.keys()].join(', ')}`)
    const score = scores.get(agent) ?? {
      agent,
      pullRequests: 0,
      found: createShare(),
      noOther: createShare(),
      tracedOthers: createShare(),
    }
    scores.set(agent, score)
    score.pullRequests++
    const { tools, traces } = read(pullRequest)
    const others = tools.filter(({ tool_id }) => tool_id !== agent)
    const untraced = others.filter(({ tool_id }) => !traces.includes(tool_id))
    if (isNamed(agent, pullRequest)) {
      count(score.found, traces.includes(agent) || tools.some(({ tool_id }) => tool_id === agent), id)
    }
    count(score.noOther, others.length === 0, `${id}: ${listNames(others)}`)
    count(score.tracedOthers, untraced.length === 0, `${id}: ${listNames(untraced)}`)
  }
  return [...scores.values()]
}

function listNames(tools: readonly FoundTool[]): string {
  return tools.map(({ name }) => name).join(', ')
}
