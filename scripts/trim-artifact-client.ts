// A build plugin that halves what loading the artifact client costs: it leaves out what an upload never runs,
// and stops Node from loading its own HTTP client as well.

import type { Plugin } from 'rolldown'

// Finding artifacts of other runs with a token, downloading, and archives other than a zip of named files.
const unused = [
  '@actions/github',
  '@actions/github/lib/utils',
  'glob',
  'readdir-glob',
  'tar-stream',
  'undici',
  'unzip-stream',
]

// An `import` of these reads each of their properties, `WebSocket` among them, and that loads undici. As a
// CommonJS module they are read when they are used.
const lazy = /^(?:node:)?(https?)$/

export function trimArtifactClient(): Plugin {
  return {
    name: 'trim-artifact-client',
    resolveId(id) {
      const name = lazy.exec(id)?.[1]
      if (name !== undefined) return `\0lazy:${name}.cjs`
      return unused.includes(id) ? `\0unused:${id}.cjs` : null
    },
    load(id) {
      const name = /^\0lazy:(.*)\.cjs$/.exec(id)?.[1]
      if (name !== undefined) return `module.exports = process.getBuiltinModule('node:${name}')`
      return id.startsWith('\0unused:') ? 'module.exports = {}' : null
    },
  }
}
