// Reads the sessions of opencode.

import type { Reader } from './reader.ts'

export const opencode: Reader = {
  id: 'opencode',
  name: 'opencode',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
