// Reads the sessions of Cursor.

import type { Reader } from './reader.ts'

export const cursor: Reader = {
  id: 'cursor',
  name: 'Cursor',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
