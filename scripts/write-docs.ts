// Fills the generated parts of README.md and docs/*.md, and writes our own pull request template:
// `node scripts/write-docs.ts [--check]`. To add a part, add its name and text to `parts`.

import { readdir } from 'node:fs/promises'
import { renderTemplate } from '../src/core/render/render-section-template.ts'
import { createActionTables } from './docs/action-tables.ts'
import { createDatasetTables } from './docs/dataset-tables.ts'
import { createExampleParts, createFence } from './docs/example-parts.ts'
import { fillMarkers } from './docs/fill-markers.ts'
import { createPolicyTables } from './docs/policy-tables.ts'
import { createReasonTable } from './docs/reason-table.ts'
import { createRecordTables } from './docs/record-tables.ts'
import { readProjectFile, writeGeneratedFiles } from './generated-files.ts'
import { createPolicyJsonSchema } from './schemas/policy-json-schema.ts'
import { createRecordJsonSchema } from './schemas/record-json-schema.ts'

const action = await readProjectFile('action.yml')
const datasetAction = await readProjectFile('dataset/action.yml')
const readExample = async (name: string) => (await readProjectFile(`examples/${name}`)) ?? ''
const workflows = await readdir(new URL('../examples/workflows/', import.meta.url))
const parts = new Map([
  ...createRecordTables(createRecordJsonSchema()),
  ...createPolicyTables(createPolicyJsonSchema()),
  ...(action === null ? [] : createActionTables(action)),
  ...(datasetAction === null ? [] : createActionTables(datasetAction, 'dataset-')),
  ...createDatasetTables(),
  ...createReasonTable(),
  ['agent-instructions', createFence('markdown', await readExample('init/agents.md'))],
  ...createExampleParts(
    { small: await readExample('small.md'), full: await readExample('pull-request.md') },
    new Map(
      await Promise.all(
        workflows.map(
          async (file) => [file.replace(/\.yml$/, ''), await readExample(`workflows/${file}`)] as const,
        ),
      ),
    ),
  ),
])

const names = await readdir(new URL('../docs/', import.meta.url))
const paths = ['README.md', ...names.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)]
const files = new Map([
  ['.github/PULL_REQUEST_TEMPLATE.md', `<!-- What does this change, and why? -->\n\n${renderTemplate()}`],
])
for (const path of paths) {
  const text = await readProjectFile(path)
  if (text !== null) files.set(path, fillMarkers(text, parts))
}
await writeGeneratedFiles(files, 'npm run docs', process.argv.slice(2))
