// Reads the sessions of aider chat histories.

import type { Reader } from './reader.ts'

export const aider: Reader = {
  id: 'aider',
  name: 'aider',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
