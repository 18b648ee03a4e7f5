// Lines that tools and Git put at the end of a body. They stand below the last section without being part of it.

/** Whether `text` is a tool's footer or a Git trailer. */
export function isFooterLine(text: string): boolean {
  return footer.test(text)
}

const footer =
  /^(?:🤖|👾|💘|✨|💡)|^(?:generated|made|created|built) (?:with|by) \S|^(?:co-authored-by|signed-off-by|reviewed-by|acked-by|tested-by|change-id|claude-session|copilot-session|entire-\w+|amp-thread-id|agent-logs-url|assisted-by|generated-by|link to devin (?:run|session)|requested by)\s*:/i
