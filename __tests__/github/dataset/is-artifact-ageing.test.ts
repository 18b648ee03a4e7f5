import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createClient } from '../../../src/api/create-client.ts'
import { isArtifactAgeing } from '../../../src/github/dataset/is-artifact-ageing.ts'
import { type Answer, listen, sendJson } from '../../support/http.ts'

async function ask(answer: Answer, now: string): Promise<{ isAgeing: boolean; url: string | undefined }> {
  let url: string | undefined
  const server = await listen((request, response) => {
    url = request.url
    sendJson(response, answer)
  })
  try {
    const { signal } = new AbortController()
    const client = createClient({ apiUrl: server.origin, token: 't', signal, userAgent: 'test' })
    return { isAgeing: await isArtifactAgeing(client, 'octo/app', 'a set', Date.parse(now)), url }
  } finally {
    await server.stop()
  }
}

const artifact = { name: 'a set', created_at: '2026-01-01T00:00:00Z', expires_at: '2026-04-01T00:00:00Z' }

describe('isArtifactAgeing', () => {
  it('says so from half of its time on', async () => {
    const answer: Answer = [200, { artifacts: [artifact] }]
    assert.deepEqual(await ask(answer, '2026-02-14T00:00:00Z'), {
      isAgeing: false,
      url: '/repos/octo/app/actions/artifacts?per_page=1&name=a%20set',
    })
    assert.equal((await ask(answer, '2026-02-16T00:00:00Z')).isAgeing, true)
  })

  it('does not know without an artifact, its times or an answer', async () => {
    const answers: Answer[] = [
      [200, { artifacts: [] }],
      [200, { artifacts: [{ ...artifact, expires_at: null }] }],
      [200, { artifacts: [{ ...artifact, created_at: 'soon' }] }],
      [200, []],
      [404, { message: 'Not Found' }],
    ]
    for (const answer of answers) assert.equal((await ask(answer, '2027-01-01T00:00:00Z')).isAgeing, false)
  })
})
