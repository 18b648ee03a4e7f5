// The part of the action that takes time to load: imported lazily, so that it loads while GitHub answers.

export { checkPullRequest } from '../core/check-pull-request.ts'
export { serializeRecord } from '../core/record/serialize.ts'
export { renderOverview } from '../core/render/render-overview.ts'
export { renderSummary } from '../core/render/render-summary.ts'
export { formatCheck } from '../report/format-check.ts'
export { runBounded } from '../runtime/run-bounded.ts'
export { publishFeedback } from './feedback/publish-feedback.ts'
