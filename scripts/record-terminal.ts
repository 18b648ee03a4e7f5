// Rewrites docs/draft.svg, the terminal in the README, from the built command line: `npm run record:terminal`.

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { recordDraft } from './terminal/record-draft.ts'

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
writeFileSync(new URL('../docs/draft.svg', import.meta.url), recordDraft(program))
