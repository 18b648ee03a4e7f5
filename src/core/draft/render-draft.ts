// A draft as the section of a pull request that `check` reads back to the same.

import type { Draft } from './draft.ts'
import { fitDraft } from './fit-draft.ts'
import { renderSection } from './render-section.ts'

export interface RenderOptions {
  /** Version of ai-worklog, for `drafted_by`. */
  version: string
}

/**
 * Markdown of the whole section, its heading included, between our marks; ends with a newline. `draft` must be
 * redacted; what is too long to be posted is cut.
 */
export function renderDraft(draft: Draft, { version }: RenderOptions): string {
  let last: { draft: Draft; markdown: string } | null = null
  const render = (some: Draft) => {
    // What fits has just been rendered to see whether it does.
    if (last?.draft !== some) last = { draft: some, markdown: renderSection(some, version) }
    return last.markdown
  }
  return render(fitDraft(draft, render))
}
