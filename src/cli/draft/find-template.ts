// The pull-request template that a new description begins with.

import { findTemplates } from '../../init/find-templates.ts'
import { openRepository } from '../../init/repository.ts'

export interface Template {
  /** From the top of the repository. */
  path: string
  text: string
}

/** The one of the repository at `root`; null when there is none, or several to choose from. */
export async function findTemplate(root: string): Promise<Template | null> {
  const repository = await openRepository(root)
  const [path, ...more] = await findTemplates(repository)
  if (path === undefined || more.length > 0) return null
  const found = await repository.read(path)
  return found.kind === 'text' ? { path, text: found.text.replace(/^\uFEFF/, '') } : null
}
