// Zips as workflows upload them, and such as nobody should.

import { crc32, deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import type { WorklogRecord } from '../../src/core/record/schema.ts'
import { sampleRecord } from '../schema/sample-record.ts'

/** A zip of `files`, by name. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  // Else two zips of the same files would have two digests.
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: '2026-01-01T00:00:00Z' }))
}

/** A record of pull request `number` of `octo/app`, which has the id 7, with other facts of its source. */
export function createRecord(number: number, source: Partial<WorklogRecord['source']> = {}): WorklogRecord {
  return {
    ...sampleRecord,
    record_id: `github.com/7/${number}`,
    source: {
      ...sampleRecord.source,
      repository: 'octo/app',
      repository_id: 7,
      pr_number: number,
      head_repository_id: 7,
      run: null,
      ...source,
    },
  }
}

/** The zip that the check uploads of `record`. */
export function zipRecord(record: WorklogRecord): Buffer {
  const text = `${JSON.stringify(record, null, 2)}\n`
  return zip({ [`ai-worklog-pr-${record.source.pr_number}.json`]: text })
}

/** A zip of one file of `size` zero bytes: 200 MB of them make 194 KB. */
export function zipBomb(name: string, size: number): Buffer {
  const zeros = Buffer.alloc(size)
  const packed = deflateRawSync(zeros)
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(8, 4)
  facts.writeUInt32LE(crc32(zeros), 10)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(size, 18)
  facts.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed])
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, Buffer.alloc(14), Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}
