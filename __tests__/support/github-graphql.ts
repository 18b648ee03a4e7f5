// GitHub's GraphQL API as far as the action asks it: what stands in the folders of a repository, and objects by id.

import { createHash } from 'node:crypto'
import type { JsonObject } from '../../src/core/json.ts'

type Repositories = ReadonlyMap<string, Readonly<Record<string, string>>>

/** The answer to `request`. A repository that does not exist is null, and an error beside the data. */
export function answerGraphql(
  repositories: Repositories,
  { query, variables }: { query: string; variables: { owner: string; name: string } },
): JsonObject {
  const own = repositories.get(`${variables.owner}/${variables.name}`) ?? {}
  if (query.includes('refs/notes/ai:')) return { data: { repository: readNotes(query, own) } }
  if (query.includes('object(oid:')) return { data: { repository: readObjects(query, own) } }
  const shared = repositories.get(`${variables.owner}/.github`)
  const data = {
    repository: { ...listPlaces(own), notes: hasNotes(own) ? { oid: idOf('refs/notes/ai') } : null },
    shared: shared === undefined ? null : { isPrivate: false, ...listPlaces(shared) },
  }
  return shared === undefined
    ? {
        data,
        errors: [{ type: 'NOT_FOUND', path: ['shared'], message: 'Could not resolve to a Repository' }],
      }
    : { data }
}

/** The pull requests of the commits in `query`; a list that is null stands beside an error. */
export function answerAssociated(
  associated: ReadonlyMap<string, JsonObject[] | null>,
  query: string,
): JsonObject {
  const commits = [...query.matchAll(/(c\d+): object\(oid: "([0-9a-f]+)"\)/g)].map(
    ([, name = '', sha = '']) => {
      const nodes = associated.get(sha)
      const list = nodes === null ? null : { nodes }
      return [name, nodes === undefined ? null : { associatedPullRequests: list }] as const
    },
  )
  const errors = commits
    .filter(([, commit]) => commit !== null && commit.associatedPullRequests === null)
    .map(([name]) => ({
      type: 'FORBIDDEN',
      path: ['repository', name, 'associatedPullRequests'],
      message: 'Resource not accessible by integration',
    }))
  return { data: { repository: Object.fromEntries(commits) }, ...(errors.length > 0 ? { errors } : {}) }
}

/** Notes are kept beside the files, as `refs/notes/ai:<path>`. */
function readNotes(query: string, files: Readonly<Record<string, string>>): JsonObject {
  const objects = [...query.matchAll(/([nf]\d+): object\(expression: "([^"]+)"\)/g)].map(
    ([, name, path = '']) => [name, path in files ? readBlob(files[path]) : null],
  )
  return Object.fromEntries(objects)
}

function hasNotes(files: Readonly<Record<string, string>>): boolean {
  return Object.keys(files).some((path) => path.startsWith('refs/notes/ai:'))
}

function listPlaces(files: Readonly<Record<string, string>>): JsonObject {
  return {
    root: listFolder(files, ''),
    hidden: listFolder(files, '.github/'),
    docs: listFolder(files, 'docs/'),
  }
}

/** Null where there is no such folder. */
function listFolder(files: Readonly<Record<string, string>>, folder: string): JsonObject | null {
  const inside = Object.keys(files).filter((path) => path.startsWith(folder))
  if (inside.length === 0) return null
  const names = new Set(inside.map((path) => path.slice(folder.length).split('/')[0] ?? ''))
  const entries = [...names].map((name) => {
    const path = `${folder}${name}`
    return { name, type: path in files ? 'blob' : 'tree', oid: idOf(path) }
  })
  return { entries }
}

function readObjects(query: string, files: Readonly<Record<string, string>>): JsonObject {
  const objects = [...query.matchAll(/(t\d+): object\(oid: "([0-9a-f]+)"\)/g)].map(([, name, oid]) => {
    const path = Object.keys(files).find((each) => idOf(each) === oid)
    const folder = Object.keys(files).find((each) => idOf(each.split('/').slice(0, -1).join('/')) === oid)
    return [name, path === undefined ? readFolder(folder, files) : readBlob(files[path])]
  })
  return Object.fromEntries(objects)
}

function readFolder(path: string | undefined, files: Readonly<Record<string, string>>): JsonObject | null {
  if (path === undefined) return null
  const folder = `${path.split('/').slice(0, -1).join('/')}/`
  const entries = Object.entries(files)
    .filter(([each]) => each.startsWith(folder))
    .map(([each, text]) => ({ name: each.slice(folder.length), object: readBlob(text) }))
  return { entries }
}

function readBlob(text: string | undefined): JsonObject {
  const isBinary = text?.includes('\0') === true
  return { byteSize: Buffer.byteLength(text ?? ''), isTruncated: false, text: isBinary ? null : text }
}

function idOf(path: string): string {
  return createHash('sha1').update(path).digest('hex')
}
