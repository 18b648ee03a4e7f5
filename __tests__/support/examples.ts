// The project's own examples, which the tests run as its documentation promises them.

import { readFileSync } from 'node:fs'

const read = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8')

/** A description that documents its AI work completely. */
export const documentedBody = read('pull-request.md')

/** A description that shows AI work and says nothing about it. */
export const undocumentedBody = read('undocumented.md')
