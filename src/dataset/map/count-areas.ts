// Where a pull request changes the repository.

import type { WorklogRecord } from '../../core/record/schema.ts'

export interface Area {
  area: string
  files: number
  additions: number
  deletions: number
}

/** The changed files by the first two folders of their paths, in the order of the record. */
export function countAreas(files: WorklogRecord['files']): Area[] {
  const areas = new Map<string, Area>()
  for (const { path, additions, deletions } of files) {
    const area = path.split('/', 3).slice(0, folders(path)).join('/') || '.'
    const known = areas.get(area) ?? { area, files: 0, additions: 0, deletions: 0 }
    areas.set(area, known)
    known.files += 1
    known.additions = Math.min(known.additions + additions, Number.MAX_SAFE_INTEGER)
    known.deletions = Math.min(known.deletions + deletions, Number.MAX_SAFE_INTEGER)
  }
  return [...areas.values()]
}

function folders(path: string): number {
  return Math.min(2, path.split('/', 3).length - 1)
}
