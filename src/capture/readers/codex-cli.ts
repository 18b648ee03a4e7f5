// Reads the sessions of OpenAI Codex CLI.

import type { Reader } from './reader.ts'

export const codexCli: Reader = {
  id: 'openai-codex',
  name: 'Codex',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
