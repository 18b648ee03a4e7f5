// One policy file: text → what it says and what is wrong with it. Knows nothing of other files and defaults.

import * as v from 'valibot'
import { maxPatternLength, maxPatterns, nameValue } from './expect-value.ts'
import { type LocatedValues, locateValues } from './locate-values.ts'
import { type Complaint, parsePolicyFile } from './parse-policy-file.ts'
import type { PolicyProblem } from './policy-problem.ts'
import { type PolicyFile, policySchema } from './policy-schema.ts'
import { quoteValue } from './quote-value.ts'
import { salvagePolicyFile } from './salvage-policy-file.ts'

// More are no help; a text that is no policy at all could have thousands.
const maxProblems = 50

export interface CheckedPolicyFile {
  /** With problems only `mode`, `extends` and `redact.patterns`, as far as they are valid. */
  says: PolicyFile
  /** Sorted by place. */
  problems: PolicyProblem[]
}

/** Says what is wrong with a pattern; null when nothing is. */
export type PatternCheck = (pattern: string) => string | null

/** Without the engine of patterns none is accepted: one that nobody looked at could leave what it should take out. */
const refusePattern: PatternCheck = () => 'patterns cannot be read here'

/** Checks the text of one policy file. `isExtended` says that another file is laid over it. */
export function checkPolicyFile(
  file: string,
  text: string,
  isExtended: boolean,
  checkPattern = refusePattern,
): CheckedPolicyFile {
  const { contents, isSound, complaints, pointAt } = parsePolicyFile(text)
  const located = contents === null ? null : locateValues(contents)
  const result = located === null ? null : v.safeParse(policySchema, located.value)
  // What a text with syntax errors says is a guess: complaining about that too would mislead.
  if (isSound && located !== null) {
    complaints.push(...located.complaints)
    for (const issue of (result?.issues ?? []).flatMap(narrowIssue)) {
      complaints.push(describeIssue(issue, located))
    }
    if (result?.success) complaints.push(...checkPatterns(result.output, located, checkPattern))
    if (isExtended) complaints.push(...refuseExtends(located))
  }
  const says = result?.success ? result.output : {}
  return {
    says:
      complaints.length === 0 || contents === null
        ? says
        : { ...salvagePolicyFile(contents), ...salvagePatterns(located?.value, checkPattern) },
    problems: listComplaints(complaints).map(({ offset, message }) => ({
      file,
      ...pointAt(offset),
      message,
    })),
  }
}

type Issue = Pick<v.BaseIssue<unknown>, 'path' | 'message'>

/** A value that may be a word or a mapping: what is wrong inside the mapping says more than that it is neither. */
function narrowIssue(issue: v.BaseIssue<unknown>): Issue[] {
  const inner = issue.type === 'union' ? (issue.issues ?? []).filter(({ path }) => path !== undefined) : []
  if (inner.length === 0) return [issue]
  return inner.map(({ path = [], message }) => ({ message, path: [...(issue.path ?? []), ...path] as never }))
}

function describeIssue(issue: Issue, { offsets }: LocatedValues): Complaint {
  const path = (issue.path ?? []).map((item) => String(item.key))
  const offset = offsets.get(path.join('.')) ?? 0
  const isItem = issue.path?.at(-1)?.type === 'array'
  const subject = isItem ? `An item of ${nameValue(path.slice(0, -1))}` : nameValue(path)
  return { offset, message: `${subject} ${issue.message}` }
}

function checkPatterns({ redact }: PolicyFile, { offsets }: LocatedValues, check: PatternCheck): Complaint[] {
  return (['patterns', 'allow'] as const).flatMap((key) =>
    (redact?.[key] ?? []).flatMap((pattern, index) => {
      const reason = check(pattern)
      if (reason === null) return []
      const offset = offsets.get(`redact.${key}.${index}`) ?? 0
      const message = `An item of \`redact.${key}\` must be a regular expression of RE2, got ${quoteValue(pattern)}: ${reason}`
      return [{ offset, message }]
    }),
  )
}

/** What a policy wants taken out goes, even if the rest of it cannot be read. */
function salvagePatterns(value: unknown, check: PatternCheck): Pick<PolicyFile, 'redact'> {
  const result = v.safeParse(
    v.looseObject({ redact: v.looseObject({ patterns: v.array(v.unknown()) }) }),
    value,
  )
  if (!result.success) return {}
  const texts = result.output.redact.patterns.filter((each) => typeof each === 'string')
  const patterns = texts.filter((each) => each.length <= maxPatternLength && check(each) === null)
  return { redact: { patterns: patterns.slice(0, maxPatterns) } }
}

function refuseExtends({ offsets }: LocatedValues): Complaint[] {
  const offset = offsets.get('extends')
  const message = '`extends` is not followed in a policy that is itself extended: remove it'
  return offset === undefined ? [] : [{ offset, message }]
}

function listComplaints(complaints: readonly Complaint[]): Complaint[] {
  // The YAML parser may report one place twice.
  const distinct = new Map(complaints.map((each) => [`${each.offset} ${each.message}`, each]))
  const sorted = [...distinct.values()].sort((a, b) => a.offset - b.offset)
  const next = sorted[maxProblems]
  if (next === undefined) return sorted
  const more = {
    offset: next.offset,
    message: `And ${sorted.length - maxProblems} more problems from here on`,
  }
  return [...sorted.slice(0, maxProblems), more]
}
