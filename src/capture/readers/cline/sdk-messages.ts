// Walks through the messages of Cline's SDK: what the human asked, what the AI said and called, and how that ended.

import { type JsonObject, readBoolean, readObject, readString } from '../../../core/json.ts'
import type { SessionBuilder } from '../../session/session-builder.ts'
import { textBetween } from '../../session/text-between.ts'
import { readBlocks } from './read-result.ts'
import { SdkCalls } from './sdk-calls.ts'

/** Blocks that say nothing that a draft needs; `file` is one that the human mentioned. */
const silent = new Set(['thinking', 'redacted_thinking', 'image', 'file'])

export class SdkMessages {
  private readonly builder: SessionBuilder
  private readonly calls: SdkCalls
  private readonly isLead: boolean

  /** What a sub-agent is asked, the AI asks: without `isLead` only calls count. */
  constructor(builder: SessionBuilder, isLead: boolean) {
    this.builder = builder
    this.calls = new SdkCalls(builder)
    this.isLead = isLead
  }

  take(message: JsonObject): void {
    const at = readMessageTime(message)
    this.builder.note({ at, model: readString(readObject(message, 'modelInfo'), 'id') })
    // An error of the provider, shown as if the AI said it, or what a hook tells the AI.
    const role = readString(readObject(message, 'metadata'), 'displayRole')
    if (role === 'error' || role === 'system') return
    const isUser = readString(message, 'role') === 'user'
    for (const block of readBlocks(message)) {
      const type = readString(block, 'type')
      if (type === 'text') this.addText(readString(block, 'text') ?? '', at, isUser)
      else if (type === 'tool_use') this.addUse(block, at)
      else if (type === 'tool_result') this.addResult(block, at)
      else if (type === null || !silent.has(type)) this.builder.skip(`block.${type ?? 'none'}`)
    }
  }

  private addText(text: string, at: string | null, isUser: boolean): void {
    if (!this.isLead) return
    if (!isUser) {
      this.builder.answer(text, at)
      return
    }
    const said = readUserInput(text)
    const isAdded = /^<(?:environment_details|mode_notice|system-reminder|file_content)\b/.test(text.trim())
    if (said !== null || !isAdded) this.builder.prompt(said ?? text, at)
  }

  private addUse(block: JsonObject, at: string | null): void {
    const question = readString(readObject(block, 'input'), 'question')
    if (readString(block, 'name') !== 'ask_question' || question === null) this.calls.begin(block, at)
    else if (this.isLead) this.builder.answer(question, at)
  }

  private addResult(block: JsonObject, at: string | null): void {
    const isReply = readString(block, 'name') === 'ask_question' && readBoolean(block, 'is_error') !== true
    if (!isReply) this.calls.end(block)
    else if (this.isLead) this.builder.prompt(readString(block, 'content') ?? '', at)
  }
}

/** ISO 8601, or null. */
export function readMessageTime({ ts }: JsonObject): string | null {
  return typeof ts === 'number' && Math.abs(ts) < 8.64e15 ? new Date(ts).toISOString() : null
}

/** What the human typed, of a text that Cline wrapped; null when it is none. */
function readUserInput(text: string): string | null {
  const wrapped = textBetween(text, '<user_input', '</user_input>')
  if (wrapped === null) return null
  const said = wrapped.slice(wrapped.indexOf('>') + 1)
  const notice = said.startsWith('<mode_notice>') ? said.indexOf('</mode_notice>') : -1
  return notice < 0 ? said : said.slice(notice + '</mode_notice>'.length)
}
