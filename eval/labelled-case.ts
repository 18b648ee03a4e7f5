// One labelled text, as the labelled files hold it: a text and what a careful reader finds in it.

/** A tool as a label names it. */
export interface LabelledTool {
  name: string
  version: string | null
  model: string | null
}

/** The label. `accept` lists answers that are tolerated beside the one in `expect`. */
export interface LabelledCase {
  id: string
  kind: 'squash-body' | 'commit-prompt' | 'template'
  title: string
  text: string
  expect: {
    /** True: the author says AI took part; false: denies it; null: says nothing. */
    uses_ai: boolean | null
    tools: LabelledTool[]
    /** The first 80 characters of each prompt, white space collapsed. */
    prompts: string[]
    failures: number
    corrections: number
    /** True: a human says AI output was reviewed; false: says it was not; null: nothing. */
    attestation: boolean | null
  }
  accept: {
    uses_ai?: (boolean | null)[]
    attestation?: (boolean | null)[]
    failures?: [number, number]
    corrections?: [number, number]
    prompts_n?: [number, number]
    tools_alt?: string[]
  }
}

/** Reads a JSONL file of labelled cases. */
export function parseLabelledCases(jsonl: string): LabelledCase[] {
  return jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row: LabelledCase = JSON.parse(line)
      return { ...row, accept: row.accept ?? {} }
    })
}
