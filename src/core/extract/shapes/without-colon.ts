// Text that introduces a fence ends in a colon that means nothing without it.

/** `text` without a colon at its end. */
export function withoutColon(text: string): string {
  return text.replace(/\s?[:：]$/, '')
}
