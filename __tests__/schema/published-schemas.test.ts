import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createValidator, readSchema } from './create-validator.ts'

const root = new URL('../../', import.meta.url)

describe('published schemas', () => {
  it('are what the schemas in code say', async () => {
    const script = fileURLToPath(new URL('scripts/write-schemas.ts', root))
    await promisify(execFile)(process.execPath, [script, '--check'])
  })

  it('are the record, the policy and the report', async () => {
    const names = (await readdir(new URL('schema/', root))).sort()
    assert.deepEqual(names, ['policy.v1.schema.json', 'record.v1.schema.json', 'report.v1.schema.json'])
  })

  for (const name of ['record.v1', 'policy.v1', 'report.v1']) {
    it(`${name} is valid JSON Schema 2020-12 without unknown keywords`, async () => {
      const ajv = createValidator()
      const schema = await readSchema(name)
      assert.equal(ajv.validateSchema(schema), true, ajv.errorsText())
      ajv.compile(schema)
    })

    it(`${name} has its published address, a title and a description`, async () => {
      const { $schema, $id, title, description } = await readSchema(name)
      assert.equal($schema, 'https://json-schema.org/draft/2020-12/schema')
      assert.equal(
        $id,
        `https://raw.githubusercontent.com/ai-worklog/ai-worklog/v1/schema/${name}.schema.json`,
      )
      assert.equal(typeof title, 'string')
      assert.equal(typeof description, 'string')
    })
  }
})
