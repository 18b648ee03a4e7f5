// Build plugin: the files of examples/ that `init` writes as text in the bundle, in place of the file that reads them
// from disk.

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Plugin } from 'rolldown'

const names = [
  'init/agents.md',
  'init/cline-hook.sh',
  'init/opencode-plugin.js',
  'init/policy.yml',
  'workflows/warn.yml',
]

export const inlineExamples: Plugin = {
  name: 'inline-examples',
  async load(id) {
    if (id !== resolve('src/init/texts/load-example.ts')) return null
    const texts: Record<string, string> = {}
    for (const name of names) texts[name] = await readFile(resolve('examples', name), 'utf8')
    return `const texts = new Map(Object.entries(${JSON.stringify(texts)}))\nexport const loadExample = (path) => texts.get(path)\n`
  },
}
