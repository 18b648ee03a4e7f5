// Files of examples/ that `init` writes. The build puts them into the bundle in place of this file: scripts/inline-examples.ts.

import { readFileSync } from 'node:fs'

/** The text of `examples/<path>`. */
export function loadExample(path: string): string {
  return readFileSync(new URL(`../../../examples/${path}`, import.meta.url), 'utf8')
}
