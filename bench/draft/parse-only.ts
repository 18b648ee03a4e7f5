// The baseline: reads every `.jsonl` file below a folder and parses every line, and nothing else. Whole files at once,
// as that is the fastest; their sizes are those of sessions.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , folder = ''] = process.argv
let count = 0
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.jsonl')) continue
  for (const line of readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n')) {
    if (line !== '' && JSON.parse(line)) count++
  }
}
console.log(count)
