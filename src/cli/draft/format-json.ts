// The sessions and the draft as data.

import type { Branch } from '../../capture/branch/branch.ts'
import type { FoundSessions } from '../../capture/find/find-sessions.ts'
import type { Draft } from '../../core/draft/draft.ts'
import { redactText } from '../../core/redact/redact-text.ts'
import type { Redaction } from '../../core/redact/redaction.ts'
import { listFacts, toName } from './describe-session.ts'

/** One JSON document. `draft` is redacted, or null when there is none. */
export function formatJson(
  { selected, near, notices, files }: FoundSessions,
  branch: Branch,
  draft: Draft | null,
  redaction: Redaction,
): string {
  const redact = (text: string | null) => (text === null ? null : redactText(text, redaction))
  const list = (sessions: FoundSessions['selected']) =>
    sessions.map((one) => {
      const facts = listFacts(one)
      return { ...facts, id: redact(facts.id), tool: redact(facts.tool), version: redact(facts.version) }
    })
  const value = {
    branch: {
      name: branch.name === null ? null : redact(toName(branch.name)),
      base: branch.base === null ? null : redact(toName(branch.base)),
      commits: branch.commits.length,
      files: branch.files.length,
    },
    files_looked_at: files,
    sessions: list(selected),
    near: list(near),
    notices: [...branch.notices, ...notices].map((notice) => redact(toName(notice))),
    draft,
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
