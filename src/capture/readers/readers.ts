// The readers of transcripts. The first that recognizes a file reads it.

import { aider } from './aider.ts'
import { claudeCode } from './claude-code.ts'
import { cline } from './cline.ts'
import { codexCli } from './codex-cli.ts'
import { copilotCli } from './copilot-cli.ts'
import { cursor } from './cursor.ts'
import { geminiCli } from './gemini-cli.ts'
import { opencode } from './opencode.ts'
import type { Reader } from './reader.ts'
import { rooCode } from './roo-code.ts'
import { specstory } from './specstory.ts'
import { vscodeChat } from './vscode-chat.ts'

export const readers: readonly Reader[] = [
  claudeCode,
  codexCli,
  copilotCli,
  vscodeChat,
  geminiCli,
  specstory,
  aider,
  opencode,
  cline,
  rooCode,
  cursor,
]
