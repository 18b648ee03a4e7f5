// The git data API of one repository, in memory.

import { createHash, randomBytes } from 'node:crypto'
import { type JsonObject, readObjects, readString } from '../../src/core/json.ts'
import type { Answer } from './http.ts'

export const notFound: Answer = [404, { message: 'Not Found' }]

interface Entry {
  path: string
  mode: string
  type: string
  sha: string
}

export interface FakeGit {
  /** `path` is what follows `/git/`. */
  answer(method: string, path: string, url: URL, body: JsonObject): Answer
  /** Files by path on the tip of a branch. */
  filesOf(branch: string): Map<string, Buffer>
}

/** `branches` has the SHA of each branch’s tip. */
export function createGit(branches: Map<string, string>): FakeGit {
  const objects = new Map<string, Buffer | Entry[] | JsonObject>()
  const add = (type: string, content: Buffer | Entry[] | JsonObject): string => {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content))
    const sha = createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
    objects.set(sha, content)
    return sha
  }
  const treeOf = (sha: string) => objects.get(sha) as Entry[]

  /** All files below a tree. */
  function flatten(sha: string, prefix = ''): Entry[] {
    return treeOf(sha).flatMap((entry) =>
      entry.type === 'tree'
        ? flatten(entry.sha, `${prefix}${entry.path}/`)
        : [{ ...entry, path: prefix + entry.path }],
    )
  }

  function makeTree(files: Entry[]): string {
    const entries = new Map<string, Entry>()
    const folders = new Map<string, Entry[]>()
    for (const file of files) {
      const [first = '', ...rest] = file.path.split('/')
      if (rest.length === 0) entries.set(first, { ...file, path: first })
      else folders.set(first, [...(folders.get(first) ?? []), { ...file, path: rest.join('/') }])
    }
    for (const [path, inside] of folders)
      entries.set(path, { path, mode: '040000', type: 'tree', sha: makeTree(inside) })
    return add(
      'tree',
      [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    )
  }

  function createTree(body: JsonObject): Answer {
    const baseTree = readString(body, 'base_tree')
    const files = new Map((baseTree === null ? [] : flatten(baseTree)).map((entry) => [entry.path, entry]))
    for (const entry of readObjects(body, 'tree')) {
      const content = readString(entry, 'content')
      const sha = content === null ? (readString(entry, 'sha') ?? '') : add('blob', Buffer.from(content))
      if (!objects.has(sha)) return [422, { message: 'tree.sha is not a valid blob' }]
      const path = readString(entry, 'path') ?? ''
      if (entry.type === 'tree') for (const file of flatten(sha, `${path}/`)) files.set(file.path, file)
      else files.set(path, { path, mode: '100644', type: 'blob', sha })
    }
    return [201, { sha: makeTree([...files.values()]) }]
  }

  function moveBranch(branch: string, sha: string): Answer {
    const parents = (objects.get(sha) as { parents: string[] }).parents
    if (!parents.includes(branches.get(branch) ?? ''))
      return [422, { message: 'Update is not a fast forward' }]
    branches.set(branch, sha)
    return [200, { ref: `refs/heads/${branch}`, object: { sha } }]
  }

  function read(kind: string, name: string, url: URL): Answer {
    if (kind === 'ref') {
      const sha = branches.get(name.replace('heads/', ''))
      return sha === undefined ? notFound : [200, { ref: `refs/${name}`, object: { type: 'commit', sha } }]
    }
    const object = objects.get(name)
    if (object === undefined) return notFound
    if (Buffer.isBuffer(object)) {
      // GitHub breaks the lines of its base64.
      const content = object.toString('base64').replace(/.{60}/g, '$&\n')
      return [200, { sha: name, encoding: 'base64', content }]
    }
    if (!Array.isArray(object)) return [200, { sha: name, tree: { sha: object.tree } }]
    const tree = url.searchParams.has('recursive') ? flatten(name) : object
    return [200, { sha: name, truncated: false, tree }]
  }

  function create(kind: string, body: JsonObject): Answer {
    if (kind === 'blobs')
      return [201, { sha: add('blob', Buffer.from(readString(body, 'content') ?? '', 'base64')) }]
    if (kind === 'trees') return createTree(body)
    if (kind === 'commits')
      return [201, { sha: add('commit', { ...body, salt: randomBytes(4).toString('hex') }) }]
    const branch = (readString(body, 'ref') ?? '').replace('refs/heads/', '')
    if (branches.has(branch)) return [422, { message: 'Reference already exists' }]
    branches.set(branch, readString(body, 'sha') ?? '')
    return [201, { ref: body.ref }]
  }

  return {
    answer(method, path, url, body) {
      const [kind = '', ...rest] = path.split('/')
      const name = rest.join('/')
      if (method === 'GET') return read(kind, name, url)
      if (method === 'PATCH') return moveBranch(name.replace('heads/', ''), readString(body, 'sha') ?? '')
      return method === 'DELETE' ? [204, ''] : create(kind, body)
    },
    filesOf(branch) {
      const commit = objects.get(branches.get(branch) ?? '') as { tree: string } | undefined
      const files = commit === undefined ? [] : flatten(commit.tree)
      return new Map(files.map(({ path, sha }) => [path, objects.get(sha) as Buffer]))
    },
  }
}
