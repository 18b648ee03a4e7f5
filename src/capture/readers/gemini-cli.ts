// Reads the sessions of Gemini CLI.

import type { Reader } from './reader.ts'

export const geminiCli: Reader = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
