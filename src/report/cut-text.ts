// Text that must not be longer than there is room for.

/** `text`, or its start with an ellipsis: at most `limit` UTF-16 units, no character cut in two. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
