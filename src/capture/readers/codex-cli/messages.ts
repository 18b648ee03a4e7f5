// Takes every prompt and answer once. A rollout holds them up to three times: as the item of the conversation that the
// model got (with what the tool put around it), as an event, and in newer versions as a completed item.

import type { SessionBuilder } from '../../session/session-builder.ts'

/** `row` is an item of the model's conversation: it counts only in rollouts that hold nothing better. */
export type Shape = 'row' | 'event' | 'item'

/** Begins of messages to the model that nobody typed. */
const noise =
  /^\s*(?:<(?:environment_context|user_instructions|turn_aborted|permissions|skill|user_shell_command|subagent_notification|model_switch|collaboration_mode|personality_spec|hook_prompt|goal_context|apps_instructions|plugins_instructions|INSTRUCTIONS|image)\b|# AGENTS\.md instructions\b|Warning: )/
/** Editors put open files and selections before what was typed. */
const editorContext = /^# Context from my IDE setup:[\s\S]*?\n## My request for Codex:\n/

/** Rows of prompts before the first event: real rollouts have one. */
const mostPending = 100

export class Messages {
  private readonly builder: SessionBuilder
  private hasPromptEvents = false
  private hasAnswerEvents = false
  private pending: { text: string; at: string | null }[] = []
  private lastPrompt: { text: string; shape: Shape } | null = null
  private lastAnswer: { text: string; shape: Shape } | null = null

  constructor(builder: SessionBuilder) {
    this.builder = builder
  }

  prompt(typed: string, shape: Shape, at: string | null): void {
    const text = typed.replace(editorContext, '')
    if (!isTyped(text)) return
    if (shape === 'row') {
      if (this.pending.length >= mostPending) this.flush()
      if (!this.hasPromptEvents) this.pending.push({ text, at })
      return
    }
    // The event of the same message follows its row at once.
    this.hasPromptEvents = true
    this.pending = []
    if (this.lastPrompt !== null && this.lastPrompt.shape !== shape && this.lastPrompt.text === text) return
    this.lastPrompt = { text, shape }
    this.builder.prompt(text, at)
  }

  answer(text: string, shape: Shape, at: string | null): void {
    this.flush()
    this.lastPrompt = null
    if (shape === 'row' && this.hasAnswerEvents) return
    if (shape !== 'row') this.hasAnswerEvents = true
    if (this.lastAnswer !== null && this.lastAnswer.shape !== shape && this.lastAnswer.text === text) return
    this.lastAnswer = { text, shape }
    this.builder.answer(text, at)
  }

  /** The model went on, or the rollout ends: no event follows for the rows that wait for one. */
  flush(): void {
    for (const { text, at } of this.pending) this.builder.prompt(text, at)
    this.pending = []
  }
}

/** Whether a human typed `text`, other than what Codex tells the model in the human's name. */
export function isTyped(text: string): boolean {
  return text.trim() !== '' && !noise.test(text)
}
