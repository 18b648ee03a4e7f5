// `ai-worklog schema`: prints the JSON Schemas.

import { UsageError } from '../report/usage-error.ts'
import type { Environment } from './environment.ts'
import { readArguments } from './read-arguments.ts'
import { write } from './write.ts'

export const schemaHelp = `Usage: ai-worklog schema [record | policy]

Prints the JSON Schema (2020-12) of the record (default) or of the policy file.

Example:
  ai-worklog schema policy > policy.schema.json
`

/** Runs `schema`; resolves to the exit code. */
export async function runSchema(args: readonly string[], environment: Environment): Promise<number> {
  const { files } = readArguments('schema', args, [])
  const [name = 'record'] = files
  if (files.length > 1 || (name !== 'record' && name !== 'policy')) {
    throw new UsageError(`\`schema\` takes \`record\` or \`policy\`, got \`${files.join(' ')}\``)
  }
  const { default: schema } =
    name === 'record'
      ? await import('../../schema/record.v1.schema.json', { with: { type: 'json' } })
      : await import('../../schema/policy.v1.schema.json', { with: { type: 'json' } })
  await write(environment.stdout, `${JSON.stringify(schema, null, 2)}\n`)
  return 0
}
