// The tables of inputs and outputs of an action, from its action.yml.

import * as v from 'valibot'
import { parse } from 'yaml'
import { createTable } from './markdown-table.ts'

const actionSchema = v.object({
  inputs: v.record(v.string(), v.object({ description: v.string(), default: v.optional(v.string()) })),
  outputs: v.record(v.string(), v.object({ description: v.string() })),
})

/** The tables `<prefix>inputs` and `<prefix>outputs`. Throws when the text of action.yml is not as expected. */
export function createActionTables(text: string, prefix = ''): Map<string, string> {
  const { inputs, outputs } = v.parse(actionSchema, parse(text))
  return new Map([
    [
      `${prefix}inputs`,
      createTable(
        ['Input', 'Meaning', 'Default'],
        Object.entries(inputs).map(([name, input]) => [
          `\`${name}\``,
          input.description,
          input.default ? `\`${input.default}\`` : '',
        ]),
      ),
    ],
    [
      `${prefix}outputs`,
      createTable(
        ['Output', 'Meaning'],
        Object.entries(outputs).map(([name, output]) => [`\`${name}\``, output.description]),
      ),
    ],
  ])
}
