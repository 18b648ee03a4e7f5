// Reads the sessions of VS Code Copilot Chat.

import type { Reader } from './reader.ts'

export const vscodeChat: Reader = {
  id: 'vscode-chat',
  name: 'GitHub Copilot Chat',
  roots: () => [],
  recognizes: () => false,
  async *read() {},
}
