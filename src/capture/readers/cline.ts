// Reads the sessions of Cline.

import type { Reader } from './reader.ts'

export const cline: Reader = {
  id: 'cline',
  name: 'Cline',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
