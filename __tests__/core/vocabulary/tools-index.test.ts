import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modelFamilies } from '../../../src/core/vocabulary/models.ts'
import { tools } from '../../../src/core/vocabulary/tools.ts'
import { findTool, identifyAccount, identifyEmail } from '../../../src/core/vocabulary/tools-index.ts'
import { reviewBots } from '../../../src/core/vocabulary/tools-review-bots.ts'

const toolOf = (identity: ReturnType<typeof identifyEmail>) =>
  identity === null ? null : 'tool' in identity ? identity.tool.id : 'reviewer'

test('ids are unique kebab-case, and every family stands on a tool', () => {
  const ids = tools.map((tool) => tool.id)
  assert.equal(new Set(ids).size, ids.length)
  for (const id of ids) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  for (const { toolId } of modelFamilies) assert.ok(findTool(toolId), toolId)
})

test('no account is both a tool and a review bot', () => {
  const accounts = new Set(tools.flatMap((tool) => (tool.bots ?? []).map((bot) => bot.login.toLowerCase())))
  for (const bot of reviewBots.flatMap(({ bots }) => bots ?? [])) {
    assert.equal(accounts.has(bot.login.toLowerCase()), false, bot.login)
  }
})

test('branch prefixes belong to one tool each', () => {
  const prefixes = tools.flatMap((tool) => tool.branchPrefixes ?? [])
  assert.equal(new Set(prefixes).size, prefixes.length)
})

test('accounts are told by id first, then by login', () => {
  assert.equal(toolOf(identifyAccount(null, 158243242)), 'devin')
  assert.equal(toolOf(identifyAccount('renamed[bot]', 198982749)), 'github-copilot')
  assert.equal(toolOf(identifyAccount('Copilot', null)), 'github-copilot')
  assert.equal(toolOf(identifyAccount('CursorAgent', null)), 'cursor')
  assert.equal(toolOf(identifyAccount('coderabbitai[bot]', 136622811)), 'reviewer')
  assert.equal(toolOf(identifyAccount('octocat', 583231)), null)
  assert.equal(toolOf(identifyAccount('constructor', null)), null)
})

test('addresses of services are told from those of people', () => {
  const cases: [string, string | null][] = [
    ['noreply@anthropic.com', 'claude-code'],
    ['NoReply@Anthropic.com', 'claude-code'],
    ['someone.real@anthropic.com', null],
    ['noreply@openai.com', 'openai-codex'],
    ['cursoragent@cursor.com', 'cursor'],
    ['jane@cursor.com', null],
    ['bot@cline.bot', 'cline'],
    ['agent-local-12ab@letta.com', 'letta-code'],
    ['sarah@letta.com', null],
    ['noreply@github.com', null],
    ['copilot@github.com', 'github-copilot'],
    ['198982749+Copilot@users.noreply.github.com', 'github-copilot'],
    ['176961590+gemini-code-assist[bot]@users.noreply.github.com', 'reviewer'],
    ['41898282+github-actions[bot]@users.noreply.github.com', null],
    ['claude@users.noreply.github.com', 'claude-code'],
    ['99999999999999999999+x@users.noreply.github.com', null],
    ['no address', null],
    ['@', null],
  ]
  for (const [email, id] of cases) assert.equal(toolOf(identifyEmail(email)), id, email)
})
