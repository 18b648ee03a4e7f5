// Colours, where they are wanted.

import type { styleText } from 'node:util'

export type Style = (format: Parameters<typeof styleText>[0], text: string) => string

/** Loads the styles only for a terminal: an import of `node:util` would load all of it for every log. */
export function createStyle(color: boolean): Style {
  if (!color) return (_, text) => text
  const { styleText } = process.getBuiltinModule('node:util')
  return (format, text) => styleText(format, text, { validateStream: false })
}
