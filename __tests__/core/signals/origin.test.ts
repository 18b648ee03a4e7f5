// Branches and authors: where a pull request comes from.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../../../src/core/pull-request.ts'
import { readBotAuthor } from '../../../src/core/signals/bot-author.ts'
import { readBranch, readBranchInSubject, readBranchInTitle } from '../../../src/core/signals/branch.ts'

const actor = (known: Partial<Actor>): Actor => ({ login: null, id: null, name: null, email: null, ...known })

test('a branch tells its tool by its prefix', () => {
  assert.equal(readBranch('codex/fix-1'), 'openai-codex')
  assert.equal(readBranch('refs/heads/copilot/fix-1'), 'github-copilot')
  assert.equal(readBranch('octocat:cursor/fix-1'), 'cursor')
  assert.equal(readBranch('Devin/1-fix'), 'devin')
  assert.equal(readBranch('feature/claude'), null)
  assert.equal(readBranch('codex/'), null)
  assert.equal(readBranch('main'), null)
  assert.equal(readBranch(null), null)
})

test('a merge commit tells the branch it merged into', () => {
  assert.equal(readBranchInSubject("Merge branch 'main' into codex/fix-1")?.name, 'codex/fix-1')
  assert.equal(
    readBranchInSubject("Merge remote-tracking branch 'origin/main' into cursor/x")?.name,
    'cursor/x',
  )
  assert.equal(readBranchInSubject('Merge pull request #3 from octocat/codex/fix')?.name, 'codex/fix')
  assert.equal(readBranchInSubject('Merge main into codex/fix - resolved')?.name, 'codex/fix')
  assert.equal(readBranchInSubject('Merge the two readers'), null)
  assert.equal(readBranchInSubject('📝 Add docstrings to `codex/fix-1` (#2)')?.start, 22)
  assert.equal(readBranchInSubject('Fix x'), null)
})

test('a title that GitHub made of the branch tells it, a title of its own does not', () => {
  assert.equal(readBranchInTitle('Cursor/fix send button 8f98')?.name, 'Cursor/fix send button 8f98')
  assert.equal(readBranchInTitle('Cursor / selection fixes'), null)
  assert.equal(readBranchInTitle('Fix cursor/selection'), null)
  assert.equal(readBranchInTitle(''), null)
})

test('a bot author is told by id, login, address or suffix', () => {
  assert.equal(readBotAuthor(actor({ login: 'renamed[bot]', id: 158243242 })), 'devin')
  assert.equal(readBotAuthor(actor({ login: 'Copilot' })), 'github-copilot')
  assert.equal(readBotAuthor(actor({ name: 'Cursor Agent', email: 'cursoragent@cursor.com' })), 'cursor')
  assert.equal(readBotAuthor(actor({ name: 'Ann Other (aider)', email: 'ann@example.org' })), 'aider')
  assert.equal(readBotAuthor(actor({ name: 'Claude Code' })), 'claude-code')
})

test('people and review bots are no tools', () => {
  assert.equal(readBotAuthor(null), null)
  assert.equal(readBotAuthor(actor({})), null)
  assert.equal(readBotAuthor(actor({ login: 'coderabbitai[bot]', id: 136622811 })), null)
  assert.equal(readBotAuthor(actor({ login: 'gemini-code-assist[bot]' })), null)
  assert.equal(readBotAuthor(actor({ login: 'devin', name: 'Devin', email: 'devin@example.org' })), null)
  assert.equal(readBotAuthor(actor({ name: 'Claude Dupont', email: 'c@example.org' })), null)
  assert.equal(readBotAuthor(actor({ name: 'Jules', email: 'jules@example.org' })), null)
})
