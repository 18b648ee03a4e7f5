// What a pull request says that it reverts: GitHub's own words, and git's. Whether it does is for `resolve-reverts.ts`.

export interface RevertClaims {
  /** Numbers of pull requests of the same repository, ascending. */
  numbers: readonly number[]
  /** Commits, in lower case, perhaps abbreviated to 7 digits or more, sorted. */
  shas: readonly string[]
}

export interface Reverting {
  /** `owner/name`. */
  repository: string
  title: string | null
  body: string | null
  headRef: string | null
  commits: readonly { sha: string; message: string }[]
}

/** What `pull` claims to revert. A commit of its own that another one reverts claims nothing. */
export function findReverts({ repository, title, body, headRef, commits }: Reverting): RevertClaims {
  const own = commits.map(({ sha, message }) => ({ sha, shas: readShas(message) }))
  const undone = own.flatMap(({ shas }) => shas)
  const claimed = own
    .filter(({ sha }) => !undone.some((reverted) => sha.startsWith(reverted)))
    .flatMap(({ shas }) => shas)
    .filter((reverted) => !own.some(({ sha }) => sha.startsWith(reverted)))
  const numbers = [...readNumbers(body ?? '', repository), ...readTitle(title ?? '', headRef ?? '')]
  return {
    numbers: [...new Set(numbers)].sort((a, b) => a - b),
    shas: [...new Set([...claimed, ...readShas(body ?? '')])].sort(),
  }
}

/** `This reverts commit 8ba2505….`, as `git revert` writes it; its lines may be wrapped after `commit`. */
function readShas(text: string): string[] {
  return [...text.matchAll(/^This reverts commits? ([0-9a-f]{7,64})\b/gim)].map(([, sha = '']) =>
    sha.toLowerCase(),
  )
}

/** `Reverts octo/app#12`, as the button of GitHub writes it, or `Reverts #12`; of another repository it says nothing here. */
function readNumbers(text: string, repository: string): number[] {
  return [...text.matchAll(/^(?:This )?reverts (?:PR |pull request )?([\w.-]+\/[\w.-]+)?#(\d{1,9})\b/gim)]
    .filter(([, named]) => named === undefined || named.toLowerCase() === repository.toLowerCase())
    .map(([, , number]) => Number(number))
}

/** `Revert "…"` on the branch `revert-12-…`, or `Revert "… (#12)"`. */
function readTitle(title: string, headRef: string): number[] {
  if (!/^Revert "/.test(title)) return []
  const branch = /^revert-(\d{1,9})-/.exec(headRef)?.[1]
  const quoted = /\(#(\d{1,9})\)"[^"]{0,20}$/.exec(title)?.[1]
  return [branch, quoted].flatMap((number) => (number === undefined ? [] : [Number(number)]))
}
