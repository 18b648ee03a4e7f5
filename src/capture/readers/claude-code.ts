// Reads the sessions of Claude Code.

import type { Reader } from './reader.ts'

export const claudeCode: Reader = {
  id: 'claude-code',
  name: 'Claude Code',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
