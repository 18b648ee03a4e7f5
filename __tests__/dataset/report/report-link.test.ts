// Links lead to the pull request a record is of, or nowhere.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paragraph, renderMarkdown } from '../../../src/core/render/markdown.ts'
import { linkPullRequest } from '../../../src/dataset/report/report-link.ts'

const own = {
  url: 'https://github.com/octo/app/pull/12',
  record_id: 'github.com/1/12',
  repository: 'octo/app',
}
const render = (lesson: Parameters<typeof linkPullRequest>[0]) =>
  renderMarkdown([paragraph(...linkPullRequest(lesson))])

describe('linkPullRequest', () => {
  it('links the page of the pull request', () => {
    assert.equal(render(own), '[octo/app pull request 12](https://github.com/octo/app/pull/12)\n')
  })

  it('says the host when it is not GitHub’s', () => {
    const lesson = { ...own, url: 'https://ghe.example/octo/app/pull/12', record_id: 'ghe.example/1/12' }
    assert.equal(
      render(lesson),
      '[octo/app pull request 12 at ghe.example](https://ghe.example/octo/app/pull/12)\n',
    )
  })

  for (const url of [
    'http://github.com/octo/app/pull/12',
    'https://evil.example/octo/app/pull/12',
    'https://github.com@evil.example/octo/app/pull/12',
    'https://github.com:8443/octo/app/pull/12',
    'https://github.com/octo/other/pull/12',
    'https://github.com/octo/app/pull/12?x=y',
    'https://github.com/octo/app/pull/12/../../../../evil',
    'https://github.com/octo/app/pull/12\n',
    'javascript:alert(1)//github.com/octo/app/pull/12',
    '',
  ]) {
    it(`names only the repository for ${JSON.stringify(url)}`, () => {
      assert.equal(render({ ...own, url }), 'octo/app\n')
    })
  }

  it('links nothing of a pseudonym, and is empty when nothing is known', () => {
    assert.equal(render({ ...own, record_id: '9f86d081884c7d65' }), 'octo/app\n')
    assert.deepEqual(linkPullRequest({ url: own.url, record_id: null, repository: null }), [])
    assert.deepEqual(linkPullRequest({ url: null, record_id: null, repository: null }), [])
  })
})
