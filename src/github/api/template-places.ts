// Where GitHub takes pull-request templates from: the root, `.github` and `docs`, in any case, one file or a folder.

import { type JsonObject, readObject, readObjects, readString } from '../../core/json.ts'

/** A file or folder with templates. */
export interface TemplateEntry {
  /** From the root of its repository. */
  path: string
  /** Git's object id. */
  oid: string
  isFolder: boolean
}

const folders = [
  ['root', ''],
  ['hidden', '.github/'],
  ['docs', 'docs/'],
] as const

/** The templates among the listings `root`, `hidden` and `docs` of `repository`; `prefix` stands before each path. */
export function findTemplates(repository: JsonObject | null, prefix = ''): TemplateEntry[] {
  return folders.flatMap(([key, folder]) =>
    readObjects(readObject(repository, key), 'entries').flatMap((entry) => {
      const name = readString(entry, 'name') ?? ''
      const oid = readString(entry, 'oid') ?? ''
      const type = readString(entry, 'type')
      if (!templateName.test(name) || !objectId.test(oid)) return []
      const isFolder = type === 'tree' && !name.includes('.')
      return isFolder || type === 'blob' ? [{ path: `${prefix}${folder}${name}`, oid, isFolder }] : []
    }),
  )
}

const templateName = /^pull_request_template(?:\.[a-z]{2,8})?$/i
const objectId = /^[0-9a-f]{40,64}$/
