// A new draft into a description that has an older one: what the human wrote wins.

import type { Draft } from './draft.ts'
import type { RenderOptions } from './render-draft.ts'

export interface Merged {
  body: string
  added: number
  /** Items that were as drafted before and have changed since. */
  updated: number
  /** Items that a human changed or deleted, and that therefore stay so. */
  kept: number
}

/** `body` with `draft` merged into its section, which is appended when there is none. All else keeps every byte. */
export function mergeDraft(body: string, _draft: Draft, _options: RenderOptions): Merged {
  return { body, added: 0, updated: 0, kept: 0 }
}
