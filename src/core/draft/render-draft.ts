// A draft as the section of a pull request that `check` reads back to the same.

import type { Draft } from './draft.ts'

export interface RenderOptions {
  /** Version of ai-worklog, for `drafted_by`. */
  version: string
}

/** Markdown of the whole section, its heading included, between our markers; ends with a newline. `draft` must be redacted. */
export function renderDraft(_draft: Draft, _options: RenderOptions): string {
  return ''
}
