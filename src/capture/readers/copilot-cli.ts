// Reads the sessions of GitHub Copilot CLI.

import type { Reader } from './reader.ts'

export const copilotCli: Reader = {
  id: 'copilot-cli',
  name: 'GitHub Copilot CLI',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
