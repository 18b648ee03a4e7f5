// A draft as the section of a pull request that `check` reads back to the same.

import type { Draft } from './draft.ts'
import { fitDraft } from './fit-draft.ts'
import { renderSection } from './render-section.ts'

export interface RenderOptions {
  /** Version of ai-worklog, for `drafted_by`. */
  version: string
}

/** What was rendered last of a draft: to see whether it fits, whether it holds a secret, and at last to be written. */
const rendered = new WeakMap<Draft, { markdown: string; version: string }>()

/**
 * Markdown of the whole section, its heading included, between our marks; ends with a newline. `draft` must be
 * redacted; what is too long to be posted is cut.
 */
export function renderDraft(draft: Draft, { version }: RenderOptions): string {
  const render = (some: Draft) => {
    const known = rendered.get(some)
    if (known?.version === version) return known.markdown
    const markdown = renderSection(some, version)
    rendered.set(some, { markdown, version })
    return markdown
  }
  return render(fitDraft(draft, render))
}
