// The results that the AI was given, from `api_conversation_history.json`. What the human saw does not tell whether they
// allowed it; this does.

import { isJsonObject, type JsonObject, readBoolean, readObject, readString } from '../../../core/json.ts'
import type { CallEnd } from '../../session/session-builder.ts'
import { readBlocks, readResult, readResultText } from './read-result.ts'

/** A command can be long; its label holds all of it. */
const longestLabel = 20_000

interface Result {
  target: string
  text: string
  isError: boolean
}

/** Facts of the conversation besides the results. */
export interface ConversationFacts {
  models: string[]
  folders: string[]
}

export class ToolResults {
  readonly facts: ConversationFacts = { models: [], folders: [] }
  private readonly byTarget = new Map<string, Result[]>()
  /** What a call with an id is about. */
  private readonly targets = new Map<string, string>()

  constructor(conversation: unknown) {
    const messages = Array.isArray(conversation) ? conversation.filter(isJsonObject) : []
    for (const message of messages) this.addMessage(message)
  }

  /** The end of the next call about `target`, a path or a command; null when none is known. */
  take(target: string): CallEnd | null {
    const result = this.byTarget.get(normalize(target))?.shift()
    return result ? readResult(result.text, result.isError) : null
  }

  private addMessage(message: JsonObject): void {
    const isUser = readString(message, 'role') === 'user'
    let open: string | null = null
    for (const block of readBlocks(message)) {
      const type = readString(block, 'type')
      if (type === 'tool_use') this.addUse(block)
      else if (type === 'tool_result') this.addResult(block)
      else if (type !== 'text' || !isUser) continue
      else open = this.addText(readString(block, 'text') ?? '', open)
    }
  }

  private addUse(block: JsonObject): void {
    const id = readString(block, 'id')
    const input = readObject(block, 'input')
    const target = readString(input, 'command') ?? readString(input, 'path') ?? readString(input, 'file_path')
    if (id && target) this.targets.set(id, target)
  }

  private addResult(block: JsonObject): void {
    const target = this.targets.get(readString(block, 'tool_use_id') ?? '')
    const text = readResultText(block.content)
    if (target !== undefined) this.add({ target, text, isError: readBoolean(block, 'is_error') === true })
  }

  /** Gives the target whose result is in the next text, or null. */
  private addText(text: string, open: string | null): string | null {
    if (text.startsWith('<environment_details>')) this.readEnvironment(text)
    if (open !== null) {
      this.add({ target: open, text, isError: false })
      return null
    }
    const labelled = readLabel(text)
    if (labelled === null) return null
    const { target, rest } = labelled
    if (rest.trim() === '') return target
    this.add({ target, text: rest, isError: false })
    return null
  }

  private readEnvironment(text: string): void {
    const head = text.slice(0, 100_000)
    const model = /<model>([^<\n]{1,200})<\/model>/.exec(head)?.[1]
    const folder = /^# Current (?:Workspace|Working) Directory \((.{1,1000})\) Files$/m.exec(head)?.[1]
    if (model && this.facts.models.length < 50) this.facts.models.push(model)
    if (folder && this.facts.folders.length < 50) this.facts.folders.push(folder)
  }

  private add(result: Result): void {
    const key = normalize(result.target)
    const known = this.byTarget.get(key)
    if (known) known.push(result)
    else this.byTarget.set(key, [result])
  }
}

function normalize(target: string): string {
  return target.trim().replaceAll('\\', '/').replace(/^\.\//, '')
}

/** Above a result in a text: `[execute_command for 'npm test'] Result:`. */
function readLabel(text: string): { target: string; rest: string } | null {
  if (!/^\[\w{1,60} for '/.test(text)) return null
  const end = text.slice(0, longestLabel).indexOf('] Result:')
  const label = text.slice(text.indexOf("'") + 1, Math.max(end, 0))
  const close = label.lastIndexOf("'")
  if (end === -1 || close === -1) return null
  return { target: label.slice(0, close), rest: text.slice(end + '] Result:'.length) }
}
