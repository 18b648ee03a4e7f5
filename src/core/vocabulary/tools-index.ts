// Look-ups over the tool vocabulary, built when first asked for.

import type { BotAccount, Tool } from './tool.ts'
import { tools } from './tools.ts'
import { reviewBots } from './tools-review-bots.ts'

/** What an account or address stands for: a tool, a review bot, or nothing known (null). */
export type Identity = { tool: Tool } | { reviewer: string } | null

interface Index {
  byId: Map<string, Tool>
  accountsById: Map<number, Identity>
  accountsByLogin: Map<string, Identity>
  emails: Map<string, Tool>
  /** Tools whose role addresses are at a domain. */
  domains: Map<string, Tool[]>
}

let lazyIndex: Index | null = null

/** The tool with this vocabulary id. */
export function findTool(id: string): Tool | null {
  return index().byId.get(id) ?? null
}

/** What a GitHub account stands for; the numeric id decides when it is known. */
export function identifyAccount(login: string | null, id: number | null): Identity {
  const byId = id === null ? null : index().accountsById.get(id)
  if (byId) return byId
  return (login && index().accountsByLogin.get(login.toLowerCase())) || null
}

/** What an e-mail address stands for, GitHub's `id+login@users.noreply.github.com` included. */
export function identifyEmail(email: string): Identity {
  const address = email.trim().toLowerCase()
  const [local = '', domain = ''] = splitOnce(address, '@')
  if (!domain) return null
  if (domain === 'users.noreply.github.com') {
    const [id, login] = local.includes('+') ? splitOnce(local, '+') : [null, local]
    return identifyAccount(login ?? null, id && /^\d{1,12}$/.test(id) ? Number(id) : null)
  }
  const exact = index().emails.get(address)
  if (exact) return { tool: exact }
  const candidates = index().domains.get(domain) ?? []
  const named = candidates.find((tool) => isNamedLike(local, tool))
  const tool = named ?? (isRoleAddress(local) ? candidates[0] : null)
  return tool ? { tool } : null
}

/** `noreply@`, `bot@`, `agent-12@`: an address of a service, not of someone who works there. */
function isRoleAddress(local: string): boolean {
  return /^(?:no-?reply|bot|agent|ai|assistant|code|cli)(?:[-+._].*)?$/.test(local)
}

function isNamedLike(local: string, tool: Tool): boolean {
  const word = /^[a-z]+/.exec(local)?.[0] ?? ''
  const name = tool.name.toLowerCase().split(' ')[0] ?? ''
  return word.length >= 3 && (word.startsWith(name) || tool.id.split('-').includes(word))
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function index(): Index {
  if (lazyIndex) return lazyIndex
  const built: Index = {
    byId: new Map(),
    accountsById: new Map(),
    accountsByLogin: new Map(),
    emails: new Map(),
    domains: new Map(),
  }
  for (const tool of tools) addTool(built, tool)
  for (const bot of reviewBots) addAccounts(built, bot.bots ?? [], { reviewer: bot.names[0] ?? '' })
  lazyIndex = built
  return built
}

function addTool(built: Index, tool: Tool): void {
  built.byId.set(tool.id, tool)
  addAccounts(built, tool.bots ?? [], { tool })
  for (const email of tool.emails ?? []) {
    if (!email.startsWith('@')) built.emails.set(email, tool)
    else built.domains.set(email.slice(1), [...(built.domains.get(email.slice(1)) ?? []), tool])
  }
}

function addAccounts(built: Index, accounts: readonly BotAccount[], identity: Identity): void {
  for (const { login, id } of accounts) {
    if (id !== null) built.accountsById.set(id, identity)
    built.accountsByLogin.set(login.toLowerCase(), identity)
  }
}
