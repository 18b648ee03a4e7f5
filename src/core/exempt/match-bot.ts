// Whether a pull request's author is a bot that a policy exempts.

import type { PullRequest } from '../pull-request.ts'
import { readBotAuthor } from '../signals/bot-author.ts'
import { identifyAccount } from '../vocabulary/tools-index.ts'

/** The login of the author, when it is such a bot, or null. An AI tool is one only where the list names it. */
export function matchBot(
  { author, authorType }: PullRequest,
  bots: boolean | readonly string[],
): string | null {
  const login = author?.login ?? null
  // A user's name cannot hold brackets.
  if (author === null || login === null || !(authorType === 'Bot' || login.endsWith('[bot]'))) return null
  if (typeof bots === 'boolean') {
    const isAi = readBotAuthor(author) !== null || identifyAccount(login, author.id) !== null
    return bots && !isAi ? login : null
  }
  const name = withoutSuffix(login)
  return bots.some((bot) => withoutSuffix(bot) === name) ? login : null
}

function withoutSuffix(login: string): string {
  return login.toLowerCase().replace(/\[bot\]$/, '')
}
