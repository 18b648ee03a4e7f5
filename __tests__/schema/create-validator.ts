// The published schemas under an independent validator.

import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'

/** Reads `schema/<name>.schema.json`. */
export async function readSchema(name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8'))
}

/** A strict validator of JSON Schema 2020-12, with formats. */
export function createValidator(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
  ajvFormats.default(ajv)
  return ajv
}
