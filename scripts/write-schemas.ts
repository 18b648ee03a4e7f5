// Writes schema/*.schema.json from the schemas in code: `node scripts/write-schemas.ts [--check]`.

import { writeGeneratedFiles } from './generated-files.ts'
import { createPolicyJsonSchema } from './schemas/policy-json-schema.ts'
import { createRecordJsonSchema } from './schemas/record-json-schema.ts'
import { createReportJsonSchema } from './schemas/report-json-schema.ts'

const schemas = new Map([
  ['schema/record.v1.schema.json', createRecordJsonSchema()],
  ['schema/policy.v1.schema.json', createPolicyJsonSchema()],
  ['schema/report.v1.schema.json', createReportJsonSchema()],
])
const files = new Map([...schemas].map(([path, schema]) => [path, `${JSON.stringify(schema, null, 2)}\n`]))
await writeGeneratedFiles(files, 'npm run schema', process.argv.slice(2))
