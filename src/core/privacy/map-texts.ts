// Every field of a record in which words of the author's stand, and nothing else: ids, SHAs, times and words of closed
// lists stay as they are.

import type { WorklogRecord } from '../record/schema.ts'

/** `record` with `change` done to each of its texts. What is null stays null. */
export function mapTexts(record: WorklogRecord, change: (text: string) => string): WorklogRecord {
  const maybe = (text: string | null) => (text === null ? null : change(text))
  const { source, context, review } = record
  const tools = record.tools.map((tool) => ({
    ...tool,
    // The vocabulary's own names say nothing of the author.
    name: tool.tool_id === null ? change(tool.name) : tool.name,
    version: maybe(tool.version),
    model: tool.model_id === null ? maybe(tool.model) : tool.model,
    used_for: maybe(tool.used_for),
  }))
  return {
    ...record,
    source: {
      ...source,
      title: maybe(source.title),
      base_ref: maybe(source.base_ref),
      head_ref: maybe(source.head_ref),
      labels: source.labels.map(change),
    },
    policy: {
      ...record.policy,
      exemptions: record.policy.exemptions.map((row) => ({ ...row, value: maybe(row.value) })),
    },
    tools,
    prompts: record.prompts.map((row) => ({ ...row, text: maybe(row.text), result: maybe(row.result) })),
    failures: record.failures.map((row) => ({
      ...row,
      summary: change(row.summary),
      error: maybe(row.error),
      cause: maybe(row.cause),
      resolution: maybe(row.resolution),
    })),
    corrections: record.corrections.map((row) => ({
      ...row,
      summary: change(row.summary),
      reason: maybe(row.reason),
      path: maybe(row.path),
      before: maybe(row.before),
      after: maybe(row.after),
    })),
    context: {
      ...context,
      domain: maybe(context.domain),
      requirements: maybe(context.requirements),
      constraints: maybe(context.constraints),
      performance: maybe(context.performance),
      notes: maybe(context.notes),
    },
    review: {
      ...review,
      attestations: review.attestations.map((box) => ({ ...box, text: change(box.text) })),
      verification: maybe(review.verification),
    },
    links: record.links.map((link) => ({ ...link, url: change(link.url) })),
    signals: record.signals.map((signal) => ({ ...signal, value: change(signal.value) })),
    consent: { ...record.consent, scope: maybe(record.consent.scope) },
    findings: renameTools(record, tools),
  }
}

/** Findings are our own words but for the names of tools: only those are changed. */
function renameTools({ findings, tools }: WorklogRecord, renamed: WorklogRecord['tools']) {
  const changed = tools.flatMap(({ name }, index) => {
    const now = renamed[index]?.name ?? name
    return name === now || name === '' ? [] : [[name, now] as const]
  })
  return findings.map((finding) => ({
    ...finding,
    reason: changed.reduce((reason, [name, now]) => reason.replaceAll(name, () => now), finding.reason),
  }))
}
