// The pull-request templates of a repository on disk, where GitHub takes them from: the root, `.github` and `docs`, in
// any case, one file or a folder of them (as src/github/api/template-places.ts does through the API).

import type { Repository } from './repository.ts'

const folders = ['', '.github/', 'docs/']
const mostTemplates = 20

/** Their paths, in the order in which GitHub looks. */
export async function findTemplates(repository: Repository): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders) {
    for (const name of await repository.list(folder)) {
      if (/^pull_request_template(?:\.[a-z]{2,8})?$/i.test(name)) found.push(folder + name)
      if (!/^pull_request_template\/$/i.test(name)) continue
      const inside = await repository.list(folder + name)
      found.push(
        ...inside.filter((each) => /\.(?:md|markdown|txt)$/i.test(each)).map((each) => folder + name + each),
      )
    }
  }
  return found.slice(0, mostTemplates)
}
