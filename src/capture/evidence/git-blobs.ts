// Lists and reads files of a Git tree by their object names, so that no path of the tree is ever an argument.

import type { Git } from '../branch/branch.ts'

export interface GitBlob {
  sha: string
  bytes: number
  path: string
}

const mostBlobs = 2_000

/** The files below `folder` in `ref`; links and submodules are left out. */
export async function listBlobs(git: Git, ref: string, folder: string): Promise<GitBlob[]> {
  const output = await git(['ls-tree', '-r', '-l', '-z', '--full-tree', ref, '--', folder])
  return (output ?? '')
    .split('\0')
    .slice(0, mostBlobs)
    .flatMap((line) => {
      const [, sha, bytes, path] =
        /^100(?:644|755) blob ([0-9a-f]{40,64}) +(\d+)\t([\s\S]+)$/.exec(line) ?? []
      return sha && path ? [{ sha, bytes: Number(bytes), path }] : []
    })
}

/** The text of `blob`; null without one, and when it has more than `most` bytes. */
export async function readBlob(git: Git, blob: GitBlob | undefined, most: number): Promise<string | null> {
  return blob === undefined || blob.bytes > most ? null : git(['cat-file', 'blob', blob.sha])
}
