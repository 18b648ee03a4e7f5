// Tells whether a GitHub account or a commit's author is a tool.

import type { Actor } from '../pull-request.ts'
import { identifyAccount, identifyEmail } from '../vocabulary/tools-index.ts'
import { readAuthorLine } from './author-line.ts'

/** The id of the tool an actor is, or null; the numeric id decides first, then login, address and name. */
export function readBotAuthor(actor: Actor | null): string | null {
  if (!actor) return null
  const { login, id, name, email } = actor
  const account = identifyAccount(login, id) ?? (email === null ? null : identifyEmail(email))
  if (account) return 'tool' in account ? account.tool.id : null
  // aider marks its commits with a suffix on the person's name.
  if (name?.endsWith(' (aider)')) return 'aider'
  // A known account that is no tool is a person, whatever the display name.
  if (login !== null || name === null) return null
  const { mentions } = readAuthorLine(email === null ? name : `${name} <${email}>`, true)
  return mentions[0]?.tool_id ?? null
}
