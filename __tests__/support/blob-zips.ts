// Zips in a real blob server, one for each artifact.

import type { BlobServer } from './azurite.ts'

/** Puts `zips` there, a few at a time. */
export async function uploadZips(blobs: BlobServer, zips: ReadonlyMap<number, Buffer>): Promise<void> {
  const left = zips.entries()
  const work = async () => {
    for (const [id, zip] of left) {
      const response = await fetch(blobs.signUrl(blobOf(id)), {
        method: 'PUT',
        headers: { 'x-ms-blob-type': 'BlockBlob' },
        body: new Uint8Array(zip),
      })
      await response.arrayBuffer()
      if (response.status !== 201) throw new Error(`azurite: ${response.status}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
}

/** The zip of artifact `id`. */
export async function readBlob(blobs: BlobServer, id: number): Promise<Buffer> {
  const response = await fetch(blobs.signUrl(blobOf(id)))
  if (response.status !== 200) throw new Error(`azurite: ${response.status} for artifact ${id}`)
  return Buffer.from(await response.arrayBuffer())
}

/** The name of the blob of artifact `id`. */
export function blobOf(id: number): string {
  return `artifact-${id}.zip`
}
