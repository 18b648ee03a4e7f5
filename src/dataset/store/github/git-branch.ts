// The tip of a branch through the git data API: what is in it, and a commit that only follows what was seen.

import { type JsonObject, readObject, readObjects, readString } from '../../../core/json.ts'
import { UsageError } from '../../../report/usage-error.ts'
import { attempt, type GithubPlace, statusOf } from './github-place.ts'

export interface TreeEntry {
  path: string
  mode: string
  type: string
  /** Absent in a request that gives `content`. */
  sha?: string
  content?: string
}

export interface BranchTip {
  commit: string
  tree: string
  /** Files and folders in the root. */
  entries: TreeEntry[]
}

export interface GitBranch {
  /** Null when the branch is not there. */
  readTip(signal: AbortSignal): Promise<BranchTip | null>
  /** Files below a folder by path, with the SHA of their content. */
  listFiles(tree: string, signal: AbortSignal): Promise<Map<string, string>>
  readBlob(sha: string, signal: AbortSignal): Promise<Buffer>
  /** Gives the SHA. */
  writeBlob(content: Buffer, signal: AbortSignal): Promise<string>
  /** Commits `entries`, on top of those of `tip` or instead of them; false when the branch is no longer at `tip`. */
  commit(
    tip: BranchTip | null,
    change: { entries: TreeEntry[]; isWhole: boolean; message: string },
    signal: AbortSignal,
  ): Promise<boolean>
}

const permission = 'contents: write'

export function openGitBranch({ client, repository }: GithubPlace, branch: string): GitBranch {
  const git = `/repos/${repository}/git`
  const ref = `heads/${branch.split('/').map(encodeURIComponent).join('/')}`
  const place = `\`${repository}@${branch}\``

  async function get(route: string): Promise<JsonObject> {
    const { data }: { data: unknown } = await client.request(`GET ${route}`)
    return data as JsonObject
  }
  async function send(route: string, body: JsonObject): Promise<JsonObject> {
    const { data }: { data: unknown } = await client.request(route, body)
    return data as JsonObject
  }
  const shaOf = (object: JsonObject | null) => readString(object, 'sha') ?? ''

  /** The answer, or null for what is not there; 409 is that of a repository without a commit. */
  async function getIfThere(route: string): Promise<JsonObject | null> {
    try {
      return await get(route)
    } catch (error) {
      const status = statusOf(error)
      if (status === 404 || status === 409) return null
      throw error
    }
  }

  async function listTree(tree: string, isDeep: boolean): Promise<TreeEntry[]> {
    const answer = await get(`${git}/trees/${tree}${isDeep ? '?recursive=1' : ''}`)
    if (answer.truncated === true)
      throw new UsageError(
        `${place} has more files than GitHub lists. Use \`github-release:\` or \`s3://\` as the store`,
      )
    return readObjects(answer, 'tree').map((entry) => ({
      path: readString(entry, 'path') ?? '',
      mode: readString(entry, 'mode') ?? '',
      type: readString(entry, 'type') ?? '',
      sha: shaOf(entry),
    }))
  }

  return {
    readTip: (signal) =>
      attempt(`read ${place}`, permission, signal, async () => {
        const found = await getIfThere(`${git}/ref/${ref}`)
        if (found === null) {
          // Tells a missing branch from a repository that is hidden.
          await get(`/repos/${repository}`)
          return null
        }
        const commit = shaOf(readObject(found, 'object'))
        const tree = shaOf(readObject(await get(`${git}/commits/${commit}`), 'tree'))
        return { commit, tree, entries: await listTree(tree, false) }
      }),
    listFiles: (tree, signal) =>
      attempt(`list ${place}`, permission, signal, async () => {
        const files = (await listTree(tree, true)).filter(({ type }) => type === 'blob')
        return new Map(files.map(({ path, sha = '' }) => [path, sha]))
      }),
    readBlob: (sha, signal) =>
      attempt(`read a file of ${place}`, permission, signal, async () =>
        Buffer.from(readString(await get(`${git}/blobs/${sha}`), 'content') ?? '', 'base64'),
      ),
    writeBlob: (content, signal) =>
      attempt(`write a file into ${place}`, permission, signal, async () =>
        shaOf(await send(`POST ${git}/blobs`, { content: content.toString('base64'), encoding: 'base64' })),
      ),
    commit: (tip, { entries, isWhole, message }, signal) =>
      attempt(`commit to ${place}`, permission, signal, async () => {
        const base = tip === null || isWhole ? {} : { base_tree: tip.tree }
        const tree = shaOf(await send(`POST ${git}/trees`, { ...base, tree: entries }))
        const parents = tip === null ? [] : [tip.commit]
        const sha = shaOf(await send(`POST ${git}/commits`, { message, tree, parents }))
        try {
          if (tip === null) await send(`POST ${git}/refs`, { ref: `refs/heads/${branch}`, sha })
          else await send(`PATCH ${git}/refs/${ref}`, { sha, force: false })
          return true
        } catch (error) {
          if (statusOf(error) !== 422) throw error
          // Not a fast-forward, or the branch is there meanwhile; or it is ours, and only the answer was lost.
          return shaOf(readObject(await getIfThere(`${git}/ref/${ref}`), 'object')) === sha
        }
      }),
  }
}
