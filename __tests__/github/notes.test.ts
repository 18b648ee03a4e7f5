// git-ai's notes, read from the stand-in for GitHub's GraphQL API.

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { createClient } from '../../src/api/create-client.ts'
import { readListing } from '../../src/github/api/read-listing.ts'
import { readNotes } from '../../src/github/api/read-notes.ts'
import { type GitHubServer, startGitHubServer } from '../support/github-server.ts'

let github: GitHubServer
before(async () => {
  github = await startGitHubServer()
})
after(() => github.stop())
beforeEach(() => github.reset())

const plain = 'a'.repeat(40)
const fanned = 'b'.repeat(40)

function read(shas: string[] | Promise<string[]>) {
  const client = createClient({
    apiUrl: github.origin,
    token: 'x',
    signal: AbortSignal.timeout(20_000),
    userAgent: 'test',
  })
  const id = { owner: 'o', repositoryName: 'r', graphqlUrl: `${github.origin}/graphql` }
  return readNotes(client, id, readListing(client, id), Promise.resolve(shas))
}

test('a repository without notes is asked once', async () => {
  github.state.templates.set('o/r', { 'README.md': 'x' })
  assert.deepEqual(await read([plain]), { bySha: new Map(), failure: null })
  assert.equal(github.requests.length, 1)
})

test('notes are read from either place where Git keeps them', async () => {
  github.state.templates.set('o/r', {
    [`refs/notes/ai:${plain}`]: 'one',
    [`refs/notes/ai:bb/${'b'.repeat(38)}`]: 'two',
  })
  const { bySha, failure } = await read([plain, fanned, 'c'.repeat(40), '") { hostile'])
  assert.deepEqual(
    [...bySha],
    [
      [plain, 'one'],
      [fanned, 'two'],
    ],
  )
  assert.equal(failure, null)
  assert.equal(github.requests.length, 2)
})

test('a failure to ask for them is left to the templates to tell', async () => {
  github.state.faults.set('graphql', { status: 401, message: 'Bad credentials' })
  assert.deepEqual(await read([plain]), { bySha: new Map(), failure: null })
})

test('a failure to read them is told', async () => {
  github.state.templates.set('o/r', { [`refs/notes/ai:${plain}`]: 'one' })
  let answer: (shas: string[]) => void = () => {}
  const shas = new Promise<string[]>((resolve) => {
    answer = resolve
  })
  const reading = read(shas)
  await new Promise((resolve) => setTimeout(resolve, 200))
  github.state.faults.set('graphql', { status: 401, message: 'Bad credentials' })
  answer([plain])
  const { bySha, failure } = await reading
  assert.deepEqual([...bySha], [])
  assert.deepEqual(failure, { status: 401, reason: 'GitHub answered 401 (Bad credentials)' })
})
