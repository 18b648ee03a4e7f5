// The other baseline of a start: a bundle that parses one file with remark and GFM and does nothing else.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const source = `
import { readFileSync } from 'node:fs'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
unified().use(remarkParse).use(remarkGfm).parse(readFileSync(process.argv[2], 'utf8'))
`

/** Builds the bundle in \`folder\`; resolves to its path. */
export async function bundleParser(folder: string): Promise<string> {
  const file = join(folder, 'parse-one.mjs')
  const entry = fileURLToPath(new URL('./parse-one.entry.mjs', import.meta.url))
  await build({
    input: entry,
    platform: 'node',
    plugins: [
      {
        name: 'source',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    output: { file, format: 'esm', minify: true },
    logLevel: 'silent',
  })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  return file
}
