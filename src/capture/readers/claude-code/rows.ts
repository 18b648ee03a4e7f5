// The types of rows in a transcript of Claude Code: which are read, which are known and left out, which are so large
// that they are not even parsed. What is not named here is counted.

/** Whether a row of a type is read. */
export const knownRows: ReadonlyMap<string, boolean> = new Map([
  ['user', true],
  ['assistant', true],
  ['attachment', true],
  ['system', true],
  ...[
    'agent-name',
    'agent-setting',
    'ai-title',
    'api-request',
    'api-request-blob',
    'api-request-shape',
    'atis-latch',
    'attribution-snapshot',
    'content-replacement',
    'cost-state',
    'custom-title',
    'file-history-delta',
    'file-history-snapshot',
    'last-prompt',
    'mode',
    'permission-mode',
    'pr-link',
    'progress',
    'queue-operation',
    'saved_hook_context',
    'summary',
    'tag',
    'task-summary',
    'tools-used',
    'worktree-state',
  ].map((type) => [type, false] as const),
])

/** Whole requests, system prompts and copies of files. */
const large =
  /^\{"type":"(?:api-request|file-history|progress|attribution|content-replacement)|"attachment":\{"type":"(?!queued_command")/

/** Whether to parse the row that begins with `head`. */
export function wantsRow(head: string): boolean {
  return !large.test(head)
}
