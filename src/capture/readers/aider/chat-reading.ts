// Walks through one chat of aider's history, line by line. Aider marks what it says with `> ` and what the human says
// with `#### `, both with two spaces at the end; what the AI says stands unmarked between.

import type { SessionBuilder } from '../../session/session-builder.ts'
import { readUserLine } from './read-user-line.ts'
import { ToolLines } from './tool-lines.ts'

const longestAnswer = 16 * 1024
const mostPromptLines = 5_000

export class ChatReading {
  private readonly builder: SessionBuilder
  private readonly tool: ToolLines
  private prompt: string[] = []
  private answer: string[] = []
  private answerCharacters = 0
  /** Whether the last line that was not blank was aider's or the human's: only then may a prompt begin. */
  private isAfterTool = true
  private isAfterBlank = true
  /** Whether lines without a mark go on with what aider says: errors of several lines have one mark. */
  private isInTool = false
  /** What was asked with `/ask` and its like, until aider repeats it. */
  private asked: string | null = null

  constructor(builder: SessionBuilder) {
    this.builder = builder
    this.tool = new ToolLines(builder)
  }

  add(line: string): void {
    const isMarked = line.endsWith('  ')
    if (isMarked && line.startsWith('#### ') && (this.prompt.length > 0 || this.mayBegin())) {
      this.endAnswer()
      if (this.prompt.length < mostPromptLines) this.prompt.push(line.slice(5, -2))
    } else if (line.startsWith('> ')) {
      this.endPrompt()
      this.endAnswer()
      this.tool.add(line.slice(2).trimEnd())
      this.isInTool = !isMarked
      this.isAfterTool = true
    } else if (this.isInTool) {
      this.tool.goOn(line.trimEnd())
      this.isInTool = !isMarked
    } else if (line.trim() !== '') {
      this.endPrompt()
      this.isAfterTool = false
      this.keep(line)
    } else {
      this.endPrompt()
      if (!this.isAfterTool) this.keep(line)
    }
    this.isAfterBlank = line.trim() === ''
  }

  end(): void {
    this.endPrompt()
    this.endAnswer()
    this.tool.end()
  }

  /** An AI writes headings too: a prompt stands below a blank line, and below what aider or the human said. */
  private mayBegin(): boolean {
    return this.isAfterBlank && this.isAfterTool
  }

  private keep(line: string): void {
    if (this.answerCharacters > longestAnswer) return
    this.answerCharacters += line.length + 1
    this.answer.push(line)
  }

  private endPrompt(): void {
    if (this.prompt.length === 0) return
    const said = readUserLine(this.prompt.join('\n'))
    this.prompt = []
    this.isAfterTool = true
    this.tool.end()
    if (said.kind === 'prompt' && said.text === this.asked) this.asked = null
    else if (said.kind === 'prompt') this.builder.prompt(said.text, null)
    else if (said.kind === 'mode') {
      this.builder.prompt(said.text, null)
      this.asked = said.text
    }
    if (said.kind === 'undo') this.tool.expectUndo()
    else if (said.kind === 'command') this.tool.expectCommand(said.name, said.command)
  }

  private endAnswer(): void {
    if (this.answer.length === 0) return
    this.tool.end()
    this.builder.answer(this.answer.join('\n'), null)
    this.answer = []
    this.answerCharacters = 0
  }
}
