// Repositories in temporary folders, and everything that is in them.

import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'

/** A git repository with `files`, gone after the test. */
export function makeRepository(
  test: TestContext,
  files: Readonly<Record<string, string | Buffer>> = {},
): string {
  const root = mkdtempSync(join(tmpdir(), 'ai-worklog-init-'))
  test.after(() => rmSync(root, { recursive: true, force: true }))
  execFileSync('git', ['init', '-q', root])
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** Every file, folder and link below `root` but git's own, with its bytes. */
export function readTree(root: string): Record<string, string> {
  const tree: Record<string, string> = {}
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/^\.git(?:[\\/]|$)/.test(name)) continue
    const found = lstatSync(join(root, name))
    const path = name.replaceAll('\\', '/')
    if (found.isSymbolicLink()) tree[path] = `→ ${readlinkSync(join(root, name))}`
    else tree[path] = found.isDirectory() ? 'folder' : readFileSync(join(root, name)).toString('latin1')
  }
  return tree
}
