// Build plugin: the SELECTs of src/dataset/sql as text in the bundle, in place of the file that reads them from disk.

import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Plugin } from 'rolldown'

const folder = 'src/dataset/sql'

export const inlineSql: Plugin = {
  name: 'inline-sql',
  async load(id) {
    if (id !== resolve(folder, 'load-sql.ts')) return null
    const paths = globSync('**/*.sql', { cwd: folder }).map((path) => path.replaceAll('\\', '/'))
    const texts: Record<string, string> = {}
    for (const path of paths.sort()) {
      texts[path.replace(/\.sql$/, '')] = (await readFile(resolve(folder, path), 'utf8')).trim()
    }
    return `const texts = new Map(Object.entries(${JSON.stringify(texts)}))\nexport const loadSql = (path) => texts.get(path)\n`
  },
}
