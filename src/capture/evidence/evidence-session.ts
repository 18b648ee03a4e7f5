// Gathers what several commits say of one session, or of one tool.

import { readToolMentions } from '../../core/extract/shapes/tool-mention.ts'
import type { BranchCommit } from '../branch/branch.ts'
import type { Selected } from '../find/selected.ts'
import type { Session } from '../session/session.ts'
import { SessionBuilder } from '../session/session-builder.ts'

const mostSessions = 100

interface Gathered {
  builder: SessionBuilder
  commits: Set<string>
  files: Set<string>
}

/** Sessions by a key of their source; more than a hundred are left out. */
export class EvidenceSessions {
  private readonly sessions = new Map<string, Gathered>()
  private readonly path: string

  /** `path` is where it was read: a ref of Git or a file. */
  constructor(path: string) {
    this.path = path
  }

  /** The session with `id`; null when there are too many. */
  at(id: string, tool: Pick<Session, 'toolId' | 'toolName'>): Gathered | null {
    const known = this.sessions.get(id)
    if (known) return known
    if (this.sessions.size >= mostSessions) return null
    const builder = new SessionBuilder(id, { ...tool, path: this.path })
    const gathered = { builder, commits: new Set<string>(), files: new Set<string>() }
    this.sessions.set(id, gathered)
    return gathered
  }

  list(): Selected[] {
    return [...this.sessions.values()].map(({ builder, commits, files }) =>
      select(builder.build(), [...commits], [...files]),
    )
  }
}

/** `session` as evidence: it belongs to the branch by its commits. */
export function select(session: Session, commits: readonly string[], files: readonly string[]): Selected {
  return { session, why: { commits, files, folder: false, branch: false, time: false } }
}

/** The tool that `name` is in the vocabulary; else the name alone. */
export function findTool(name: string): Pick<Session, 'toolId' | 'toolName'> {
  const [mention] = readToolMentions(name.slice(0, 200))
  return mention?.tool_id
    ? { toolId: mention.tool_id, toolName: mention.name }
    : { toolId: null, toolName: name.slice(0, 100) }
}

/** When `commit` was made. */
export function commitTime(commit: BranchCommit): string | null {
  return commit.authoredAt ?? commit.committedAt
}
