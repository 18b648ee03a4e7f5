// The part of the action that takes time to load: imported lazily, so that it loads while GitHub answers.

export { checkPullRequest } from '../core/check-pull-request.ts'
export { serializeRecord } from '../core/record/serialize.ts'
export { loadRedaction } from '../core/redact/load-redaction.ts'
export { RedactionError } from '../core/redact/refuse-secrets.ts'
export { renderOverview } from '../core/render/render-overview.ts'
export { renderSummary } from '../core/render/render-summary.ts'
export { formatCheck } from '../report/format-check.ts'
export { runBounded } from '../runtime/run-bounded.ts'
export { redactEvidence } from './evidence/redact-evidence.ts'
export { readExemptFacts } from './exempt/read-exempt-facts.ts'
export { publishFeedback } from './feedback/publish-feedback.ts'
