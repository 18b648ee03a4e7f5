// A link to a pull request: only to the very page that its record is of.

import type { PhrasingContent } from 'mdast'
import { text } from '../../core/render/markdown.ts'

interface Linked {
  url: string | null
  record_id: string | null
  repository: string | null
}

/** A link when `url` is the https page of a pull request of the record’s repository on the record’s host; else its repository. */
export function linkPullRequest({ url, record_id, repository }: Linked): PhrasingContent[] {
  const host = record_id?.split('/')[0] ?? ''
  const page = /^https:\/\/([a-z\d.-]+)\/([\w.-]+\/[\w.-]+)\/pull\/(\d{1,10})$/i.exec(url ?? '')
  const [, urlHost = '', name = '', number = ''] = page ?? []
  const isOwn =
    urlHost !== '' &&
    urlHost.toLowerCase() === host.toLowerCase() &&
    name.toLowerCase() === repository?.toLowerCase()
  if (page === null || !isOwn) return repository === null ? [] : [text(repository, 100)]
  // Said as well when it is not where one expects it.
  const where = urlHost.toLowerCase() === 'github.com' ? '' : ` at ${urlHost}`
  return [{ type: 'link', url: page[0], children: [text(`${name} pull request ${number}${where}`)] }]
}
