// Reads the sessions of Roo Code.

import type { Reader } from './reader.ts'

export const rooCode: Reader = {
  id: 'roo-code',
  name: 'Roo Code',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
