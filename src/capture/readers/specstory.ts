// Reads the sessions of SpecStory histories.

import type { Reader } from './reader.ts'

export const specstory: Reader = {
  id: 'specstory',
  name: 'SpecStory',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
