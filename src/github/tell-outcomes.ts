// Tells of the verdicts: job summary and outputs, and at the end of the run the annotations.

import type { Result } from '../core/check-pull-request.ts'
import { redactText } from '../core/redact/redact-text.ts'
import type { Annotation } from '../report/annotation.ts'
import type { LogWriter } from '../report/log-writer.ts'
import { toAnnotations } from '../report/to-annotations.ts'
import type { CheckedTarget, FailedTarget } from './check-target.ts'
import { annotate } from './publish/annotate.ts'
import { attempt } from './publish/attempt.ts'
import { setOutputs } from './publish/set-outputs.ts'
import { writeSummary } from './publish/write-summary.ts'

export type Outcome = CheckedTarget | FailedTarget

export function isChecked(outcome: Outcome): outcome is CheckedTarget {
  return 'record' in outcome
}

/** Writes the job summary, a section for each of several outcomes, and sets the outputs. Gives what went wrong. */
export async function tellVerdicts(
  outcomes: readonly Outcome[],
  summaryPath: string | null,
): Promise<Annotation[]> {
  const checked = outcomes.filter(isChecked)
  const sections = checked.length === 0 && outcomes.length === 1 ? [] : await renderSections(outcomes)
  return [
    ...attempt('write the job summary', () => writeSummary(summaryPath, ...sections)),
    ...attempt('set the outputs', () =>
      setOutputs({
        result: findWorst(outcomes),
        records: checked.map(({ record }) => record),
        recordPaths: checked.flatMap(({ file }) => file?.path ?? []),
      }),
    ),
  ]
}

async function renderSections(outcomes: readonly Outcome[]): Promise<string[]> {
  const { renderOverview, renderSummary } = await import('./core.ts')
  const checked = outcomes.filter(isChecked)
  if (outcomes.length === 1) return checked.map((target) => renderSummary(target))
  const rows = outcomes.map((outcome) => ({
    number: outcome.number,
    ...(isChecked(outcome)
      ? { record: outcome.record }
      : { problem: redactText(outcome.failure.map(({ message }) => message).join(' ')) }),
  }))
  const sections = checked.map((target) => renderSummary(target, `Pull request ${target.number}`))
  return [renderOverview(rows), ...sections]
}

/** The result that asks for most attention. */
function findWorst(outcomes: readonly Outcome[]): Result {
  const results = new Set(outcomes.map((outcome) => (isChecked(outcome) ? outcome.result : 'error')))
  return (['error', 'fail', 'warn', 'pass'] as const).find((result) => results.has(result)) ?? 'skipped'
}

/**
 * Annotates `messages` of the whole run and what each of `outcomes` has to say. In `observe` only what fails the step
 * is annotated; `log` has the findings already and gets the rest.
 */
export function annotateOutcomes(
  messages: readonly Annotation[],
  outcomes: readonly Outcome[],
  log: LogWriter,
): void {
  const isQuiet = (outcome: Outcome) => isChecked(outcome) && outcome.mode === 'observe'
  const areSeveral = outcomes.length > 1
  const found = outcomes.flatMap((outcome) => {
    const own = listAnnotations(outcome, isQuiet(outcome))
    const named = areSeveral ? own.map((annotation) => nameTarget(annotation, outcome.number)) : own
    return isQuiet(outcome) ? hush(named, log) : named
  })
  annotate([...(outcomes.every(isQuiet) ? hush(messages, log) : messages), ...found])
}

function listAnnotations(outcome: Outcome, withoutFindings: boolean): Annotation[] {
  if (!isChecked(outcome)) return outcome.failure
  const { messages, record, result, isClosed } = outcome
  return withoutFindings ? messages : [...messages, ...toAnnotations(record.findings, result, isClosed)]
}

/** The errors among `messages`; the others only go to the log. */
function hush(messages: readonly Annotation[], log: LogWriter): Annotation[] {
  for (const { level, title, message } of messages) {
    if (level !== 'error') log.line(`${title}: ${message}`)
  }
  return messages.filter(({ level }) => level === 'error')
}

function nameTarget({ level, title, message }: Annotation, number: number): Annotation {
  return { level, title: title.replace(/^ai-worklog/, `ai-worklog #${number}`), message }
}
