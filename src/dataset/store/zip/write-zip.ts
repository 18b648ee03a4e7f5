// Files of a version into one zip, as a stream: the same files give the same bytes.

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** Writes the files `paths` of `folder` into the zip `to`. It must stay under 4 GiB. */
export async function writeZip(
  folder: string,
  paths: readonly string[],
  to: string,
  signal: AbortSignal,
): Promise<void> {
  const output = createWriteStream(to, { signal })
  const done = finished(output)
  // Told again by whoever awaits it.
  done.catch(() => {})
  const zip = new Zip((error, data, isFinal) => {
    if (error !== null) output.destroy(error)
    else output.write(data)
    if (isFinal) output.end()
  })
  for (const path of paths) {
    // Parquet is compressed already.
    const file = path.endsWith('.parquet') ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    file.mtime = new Date(1980, 0, 1)
    zip.add(file)
    for await (const part of createReadStream(join(folder, path), { signal, highWaterMark: 1 << 18 })) {
      file.push(part)
      if (output.writableNeedDrain) await Promise.race([once(output, 'drain', { signal }), done])
    }
    file.push(new Uint8Array(0), true)
  }
  zip.end()
  await done
}
