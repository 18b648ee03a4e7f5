// The repository's templates as GitHub's GraphQL API gives them, over loopback.

import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { createClient } from '../../src/api/create-client.ts'
import type { Template } from '../../src/core/pull-request.ts'
import { readListing } from '../../src/github/api/read-listing.ts'
import { readTemplates } from '../../src/github/api/read-templates.ts'
import { type GitHubServer, startGitHubServer } from '../support/github-server.ts'
import { listen } from '../support/http.ts'

let github: GitHubServer
before(async () => {
  github = await startGitHubServer()
})
after(() => github.stop())
beforeEach(() => github.reset())

function read(origin = github.origin): Promise<Template[]> {
  const signal = new AbortController().signal
  const client = createClient({ apiUrl: origin, token: 'x', signal, userAgent: 'test' })
  const asked = { owner: 'o', repositoryName: 'r', graphqlUrl: `${origin}/graphql` }
  return readTemplates(client, asked, readListing(client, asked))
}

function set(files: Record<string, string>, repository = 'o/r'): void {
  github.state.templates.set(repository, files)
}

const found = (path: string, text: string): Template => ({ path, text, problem: null })

describe('a template is found', () => {
  for (const path of [
    'pull_request_template.md',
    'PULL_REQUEST_TEMPLATE.md',
    '.github/pull_request_template.md',
    '.github/PULL_REQUEST_TEMPLATE.txt',
    'docs/Pull_Request_Template.md',
  ]) {
    test(`at ${path}`, async () => {
      set({ [path]: 'text', 'README.md': 'x' })
      assert.deepEqual(await read(), [found(path, 'text')])
    })
  }

  for (const folder of [
    'PULL_REQUEST_TEMPLATE',
    '.github/PULL_REQUEST_TEMPLATE',
    'docs/pull_request_template',
  ]) {
    test(`as each text in ${folder}`, async () => {
      set({ [`${folder}/bug.md`]: 'bug', [`${folder}/idea.txt`]: 'idea', [`${folder}/image.png`]: 'x' })
      assert.deepEqual(await read(), [found(`${folder}/bug.md`, 'bug'), found(`${folder}/idea.txt`, 'idea')])
    })
  }

  test('in every place at once', async () => {
    set({ 'pull_request_template.md': 'a', '.github/pull_request_template.md': 'b' })
    assert.deepEqual(await read(), [
      found('pull_request_template.md', 'a'),
      found('.github/pull_request_template.md', 'b'),
    ])
  })

  test('in the `.github` repository of the owner, when the repository has none', async () => {
    set({ 'README.md': 'x' })
    set({ '.github/pull_request_template.md': 'shared' }, 'o/.github')
    assert.deepEqual(await read(), [found('o/.github:.github/pull_request_template.md', 'shared')])
    set({ 'docs/pull_request_template.md': 'own' })
    assert.deepEqual(await read(), [found('docs/pull_request_template.md', 'own')])
  })

  test('nowhere, with one request', async () => {
    set({ 'src/pull_request_template.md': 'x', 'my_pull_request_template.md': 'x' })
    assert.deepEqual(await read(), [])
    assert.deepEqual(github.requests, ['POST /graphql'])
  })
})

describe('a template that is of no use', () => {
  test('is too large', async () => {
    set({
      'pull_request_template.md': 'ü'.repeat(32_769),
      'docs/pull_request_template.md': 'x'.repeat(65_536),
    })
    assert.deepEqual(await read(), [
      { path: 'pull_request_template.md', text: null, problem: 'it has 65538 bytes, more than 65536' },
      found('docs/pull_request_template.md', 'x'.repeat(65_536)),
    ])
  })

  test('is binary', async () => {
    set({ 'pull_request_template.md': 'a\0b' })
    assert.deepEqual(await read(), [
      { path: 'pull_request_template.md', text: null, problem: 'it is not text' },
    ])
  })

  test('is one of too many', async () => {
    set(
      Object.fromEntries(
        Array.from({ length: 25 }, (_, index) => [`PULL_REQUEST_TEMPLATE/${index}.md`, 'x']),
      ),
    )
    assert.equal((await read()).length, 20)
  })
})

describe('a failure is a template with a problem', () => {
  const failed = (problem: string) => [{ path: 'of the repository', text: null, problem }]

  for (const [status, remedy] of [
    [401, 'Check the input `github-token`.'],
    [403, 'Give the job the permission `contents: read`.'],
    [500, 'Run the job again.'],
  ] as const) {
    test(`when GitHub answers ${status}`, async () => {
      github.state.faults.set('graphql', { status, message: 'Because' })
      assert.deepEqual(await read(), failed(`GitHub answered ${status} (Because). ${remedy}`))
    })
  }

  test('when GitHub cannot be reached', async () => {
    const gone = await listen(() => {})
    await gone.stop()
    const [template] = await read(gone.origin)
    assert.match(
      template?.problem ?? '',
      /^GitHub cannot be reached \(.*ECONNREFUSED.*\)\. Run the job again\.$/,
    )
  })

  for (const [what, body, problem] of [
    [
      'errors alone',
      '{"errors":[{"message":"Something\\n::error::went wrong"}]}',
      'Something ::error::went wrong',
    ],
    ['errors and no data', '{"data":null,"errors":[{"message":"Nope"}]}', 'Nope'],
    ['text', '"garbage"', 'the answer is not one of GraphQL'],
    ['a list', '[]', 'the answer is not one of GraphQL'],
    ['half an object', '{"data":', 'the answer is not one of GraphQL'],
  ] as const) {
    test(`when GitHub answers ${what}`, async (t) => {
      const server = await listen((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(body)
      })
      t.after(server.stop)
      assert.deepEqual(
        await read(server.origin),
        failed(`GitHub cannot be reached (${problem}). Run the job again.`),
      )
    })
  }

  for (const [what, data] of [
    ['no repository', { repository: null, shared: null }],
    ['entries of another shape', { repository: { root: { entries: 'x' }, hidden: { entries: [1, null] } } }],
    [
      'an object id that is a query',
      {
        repository: {
          root: { entries: [{ name: 'pull_request_template.md', type: 'blob', oid: '") { x' }] },
        },
      },
    ],
    [
      'a private `.github` repository',
      {
        repository: {},
        shared: {
          isPrivate: true,
          root: { entries: [{ name: 'pull_request_template.md', type: 'blob', oid: 'a'.repeat(40) }] },
        },
      },
    ],
  ] as const) {
    test(`and there is none when GitHub answers ${what}`, async (t) => {
      const requests: string[] = []
      const server = await listen((request, response) => {
        requests.push(request.url ?? '')
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }))
      })
      t.after(server.stop)
      assert.deepEqual(await read(server.origin), [])
      assert.equal(requests.length, 1)
    })
  }
})
