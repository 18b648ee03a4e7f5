// Takes out of texts what leads to one pull request: addresses in its repository, numbers, SHAs, and the name of its branch.

import type { WorklogRecord } from '../../core/record/schema.ts'

export const linkMark = '[OMITTED:link]'
const numberMark = '[OMITTED:number]'
const shaMark = '[OMITTED:sha]'
const branchMark = '[OMITTED:branch]'

/** Git’s own short form. */
const shortSha = 7
const fullSha = 40

/** Shorter names of branches are words. */
const leastBranch = 6

/** What takes out of a text of `record` what leads to its pull request. */
export function createTraceCut(record: WorklogRecord): (text: string) => string {
  const { repository, head_ref } = record.source
  const links = new Set(record.links.map(({ url }) => url))
  const name = repository?.toLowerCase()
  const leadsBack = (url: string) => links.has(url) || (name !== undefined && isWithin(url, name))
  const shas = new Set(listShas(record).map((sha) => sha.slice(0, shortSha).toLowerCase()))
  // Other commits are known by their full SHA: short ones could be any hexadecimal number.
  const isTrace = (sha: string) => sha.length === fullSha || shas.has(sha.slice(0, shortSha).toLowerCase())
  const branch =
    head_ref !== null && head_ref.length >= leastBranch && /[/_-]/.test(head_ref) ? head_ref : null
  return (text) => {
    let clean = text
    if (clean.includes('://')) clean = clean.replace(address, (url) => (leadsBack(url) ? linkMark : url))
    if (branch !== null) clean = clean.replaceAll(branch, branchMark)
    return clean.replace(reference, numberMark).replace(shaLike, (sha) => (isTrace(sha) ? shaMark : sha))
  }
}

const address = /\bhttps?:\/\/[^\s,<>"'`)\]]+/gi
// `#12`, `octo/app#12`, `GH-12`: an issue lists the pull requests that name it.
const reference = /(?:(?<![\w.-])[\w.-]{1,100}\/[\w.-]{1,100}|(?<![\w&]))#\d{1,12}\b|\bGH-\d{1,12}\b/g
const shaLike = /(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])/gi

function isWithin(url: string, repository: string): boolean {
  const path = url.toLowerCase()
  const at = path.indexOf(`/${repository}/`)
  return at !== -1 && path.length > at + repository.length + 2
}

function listShas({ source, commits }: WorklogRecord): string[] {
  const known = [source.base_sha, source.head_sha, source.merge_sha, ...commits.map(({ sha }) => sha)]
  return known.filter((sha) => sha !== null && sha.length >= shortSha) as string[]
}
