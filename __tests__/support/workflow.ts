// What the tests look at in a workflow, read without trust in its shape.

import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { parse } from 'yaml'

const values = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))
const stepSchema = v.looseObject({
  id: v.optional(v.string()),
  uses: v.optional(v.string()),
  run: v.optional(v.string()),
  with: v.optional(values),
})
const permissions = v.record(v.string(), v.picklist(['read', 'write', 'none']))
const workflowSchema = v.looseObject({
  name: v.string(),
  on: v.record(v.string(), v.nullable(v.looseObject({}))),
  permissions: v.strictObject({}),
  jobs: v.record(
    v.string(),
    v.looseObject({
      'runs-on': v.union([v.string(), v.array(v.string())]),
      permissions,
      steps: v.array(stepSchema),
    }),
  ),
})
const actionSchema = v.looseObject({
  inputs: v.record(v.string(), v.looseObject({})),
  outputs: v.record(v.string(), v.looseObject({})),
  runs: v.looseObject({ main: v.string() }),
})

export type Step = v.InferOutput<typeof stepSchema>
export type Workflow = v.InferOutput<typeof workflowSchema>

/** The workflow in `text`. Throws when it does not name its permissions as all ours do: none, then per job. */
export function parseWorkflow(text: string): Workflow {
  return v.parse(workflowSchema, parse(text))
}

/** A list of steps. */
export function parseSteps(text: string): Step[] {
  return v.parse(v.array(stepSchema), parse(text))
}

/** Our own `action.yml`, or that of another action of ours. */
export function readAction(path = 'action.yml') {
  return v.parse(actionSchema, parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')))
}
