// npm's settings of this machine, for an npm that runs with another home and on another Node: both would look elsewhere.

import { execFileSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'

/** Variables that name the files, as `npm run` sets them. */
export function readNpmSettings(): Record<string, string> {
  // The Node of the tests comes first, and npm asks the one that it runs on.
  const folders = (process.env.PATH ?? '').split(delimiter)
  const PATH = folders.filter((folder) => folder !== dirname(process.execPath)).join(delimiter)
  const ask = (name: string) =>
    process.env[`npm_config_${name}`] ??
    execFileSync('npm', ['config', 'get', name], {
      env: { ...process.env, PATH },
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }).trim()
  return { npm_config_globalconfig: ask('globalconfig'), npm_config_userconfig: ask('userconfig') }
}
