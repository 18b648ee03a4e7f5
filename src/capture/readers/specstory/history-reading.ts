// Walks through a SpecStory history, line by line, and notes what it says in a session.

import type { SessionBuilder } from '../../session/session-builder.ts'
import { readSessionHeader, readTurn, type Turn } from './read-header.ts'
import { readToolUse } from './read-tool-use.ts'
import { readUserTurn } from './read-user-turn.ts'
import { ToolBlock } from './tool-block.ts'
import { nameTool } from './tool-names.ts'

/** Of one turn. */
const longestTurn = 128 * 1024
const opening =
  /^<tool-use\b(?=[^>]*\bdata-tool-type="([^"]{0,60})")(?=[^>]*\bdata-tool-name="([^"]{1,200})")[^>]*>/
const knownTypes = new Set(['shell', 'write', 'read', 'search', 'grep', 'task', 'generic', 'unknown'])
/** Before October 2025 no tag stood around a tool use. */
const bareOpening = /^Tool use: \*\*([^*]{1,100})\*\*/

export class HistoryReading {
  /** Known once the header was read. */
  tool: { toolId: string | null; toolName: string } | null = null
  private readonly builder: SessionBuilder
  private turn: Turn | null = null
  private lines: string[] = []
  private characters = 0
  private block: ToolBlock | null = null
  private isBare = false
  private isThinking = false
  /** A slash command whose expansion may follow. */
  private command: { text: string; at: string | null } | null = null

  constructor(builder: SessionBuilder) {
    this.builder = builder
  }

  add(line: string): void {
    if (this.tool === null) {
      this.readHeader(line)
      return
    }
    if (this.block?.isFenced) {
      this.block.add(line)
      return
    }
    const turn = readTurn(line)
    if (turn) {
      this.endTurn()
      this.turn = turn
      this.builder.note({ at: turn.at, model: turn.model === '<synthetic>' ? null : turn.model })
    } else if (this.turn?.role === 'agent') this.addToAgent(line)
    else this.keep(line)
  }

  end(): void {
    this.endTurn()
    this.endCommand(null)
  }

  private readHeader(line: string): void {
    const header = readSessionHeader(line.trim())
    if (!header) return
    this.tool = nameTool(header.toolName)
    this.builder.id = header.id
    this.builder.note({ at: header.at })
  }

  private addToAgent(line: string): void {
    if (this.block) {
      if (this.isBare ? this.endsBare(line) : /<\/tool-use>\s*$/.test(line)) this.endBlock()
      else {
        this.block.add(line)
        return
      }
      if (!this.isBare) return
    }
    const open = opening.exec(line)
    const bare = open ? null : bareOpening.exec(line)
    if (open || bare) {
      this.endAnswer()
      this.block = new ToolBlock(open?.[1] ?? '', open?.[2] ?? bare?.[1] ?? '')
      this.isBare = bare !== null
      if (bare) this.block.add(line)
    } else if (line.startsWith('<think>')) this.isThinking = !line.includes('</think>')
    else if (!this.isThinking) this.keep(line)
    else if (line.includes('</think>')) this.isThinking = false
  }

  /** A tool use without a frame ends with its output, or where the next begins. */
  private endsBare(line: string): boolean {
    if (bareOpening.test(line)) return true
    if (line.trim() === '' || /^(?:`|Result:|Output:|- \w+: )/.test(line)) return false
    return (this.block?.fences.length ?? 0) > 0 || /^---$/.test(line)
  }

  private keep(line: string): void {
    if (!this.turn || this.characters > longestTurn) return
    this.characters += line.length + 1
    this.lines.push(line)
  }

  private endBlock(): void {
    const call = this.block ? readToolUse(this.block, this.turn?.at ?? null) : null
    if (this.block && !this.isBare && !knownTypes.has(this.block.type))
      this.builder.skip(`tool-use.${this.block.type}`)
    this.block = null
    if (call) this.builder.call(call)
  }

  private endTurn(): void {
    this.endBlock()
    this.isThinking = false
    if (this.turn?.role === 'agent') this.endAnswer()
    else if (this.turn && !this.turn.isSidechain) this.endUserTurn(this.takeText(), this.turn.at)
    this.takeText()
    this.turn = null
  }

  private endAnswer(): void {
    const text = this.takeText()
    if (!this.turn || this.turn.isSidechain || this.turn.model === '<synthetic>') return
    this.endCommand(null)
    this.builder.answer(text, this.turn.at)
  }

  private takeText(): string {
    const text = this.lines.join('\n').trim()
    this.lines = []
    this.characters = 0
    return text
      .replace(/(?:^|\n)---$/, '')
      .replace(/^<!-- message-id: .*-->\s*/, '')
      .trim()
  }

  private endUserTurn(text: string, at: string | null): void {
    const said = readUserTurn(text)
    if (said.kind === 'noise') return
    if (said.kind === 'prompt' && this.command !== null && this.command.at === at) {
      this.endCommand(at)
      return
    }
    this.endCommand(null)
    if (said.kind === 'command') this.command = { text: said.text, at }
    else if (said.kind === 'interruption') this.builder.interruption(at)
    else this.builder.prompt(said.text, at)
  }

  /** A command is a prompt only when it expanded to one: `/model` is none. */
  private endCommand(expandedAt: string | null): void {
    if (this.command && expandedAt !== null) this.builder.prompt(this.command.text, this.command.at)
    this.command = null
  }
}
