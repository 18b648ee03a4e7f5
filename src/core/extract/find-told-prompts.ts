// Prompts that no title announces: after a line such as "Prompts were:", in bare quotes of a text that shows AI use,
// and in quotation marks within a sentence. They become passages, so that one reader reads them all.

import type { Block, Paragraph, Quote, Span } from '../document/block.ts'
import { paragraphToText } from '../document/block-text.ts'
import type { Passage } from './passage.ts'
import { introducesAnswer, introducesPrompts, isNarrative, type PromptIntro } from './shapes/prompt-intro.ts'
import { isLink } from './shapes/prompt-words.ts'

export interface ToldPrompts {
  passages: Passage[]
  /** The blocks that are no prompts. */
  rest: Block[]
  /** The lines that announce them. */
  intros: Block[]
}

/**
 * Finds the told prompts of `blocks`, which no title claims; `titled` are the passages between them. `isTraced`:
 * something else shows that AI took part; `isAsked`: they stand under a title that asks about it.
 */
export function findToldPrompts(
  blocks: readonly Block[],
  titled: readonly Span[],
  { isTraced, isAsked }: { isTraced: boolean; isAsked: boolean },
): ToldPrompts {
  const finder = new PromptFinder(isTraced, isAsked)
  let end = 0
  blocks.forEach((block, index) => {
    // A passage in between takes up what was announced.
    if (titled.some(({ start }) => start >= end && start < block.start)) finder.interrupt()
    finder.add(block, blocks[index + 1])
    end = block.end
  })
  finder.close()
  return { passages: finder.passages, rest: finder.rest, intros: finder.intros }
}

class PromptFinder {
  readonly passages: Passage[] = []
  readonly rest: Block[] = []
  readonly intros: Block[] = []
  private readonly isTraced: boolean
  private readonly isAsked: boolean
  /** What the line above announces. */
  private intro: (PromptIntro & Span) | null = null
  /** Paragraphs that an intro claims. */
  private claimed: Block[] = []
  private isAnswer = false

  constructor(isTraced: boolean, isAsked: boolean) {
    this.isAsked = isAsked
    this.isTraced = isTraced
  }

  add(block: Block, next: Block | undefined): void {
    if (block.kind === 'quote' || block.kind === 'code') this.addShown(block)
    else if (block.kind === 'details' && this.intro) this.addShown(block)
    else if (block.kind === 'paragraph') this.addParagraph(block, next)
    else if (block.kind === 'list' && this.claimed.length > 0) this.claimed.push(block)
    else this.addOther(block)
  }

  close(): void {
    const { claimed, intro } = this
    this.claimed = []
    if (claimed.length > 0 && intro) this.addPassages(intro, claimed)
  }

  interrupt(): void {
    this.close()
    this.intro = null
    this.isAnswer = false
  }

  private addShown(block: Block): void {
    const isQuote = block.kind === 'quote'
    if (this.isAnswer) this.rest.push(block)
    else if (this.intro) {
      this.claimed = []
      this.addPassages(this.intro, block.kind === 'details' ? block.blocks : [block])
      // What is shown is what was announced; text below it is not.
      this.intro = { ...this.intro, claims: false }
    } else if (isQuote && this.isBarePrompt(block)) {
      this.addPassages({ text: 'Prompt', isSeveral: true, start: block.start, end: block.start }, [block])
    } else this.rest.push(block)
    if (!isQuote) this.intro = null
    this.isAnswer = false
  }

  /** Where AI took part, a quote above all else, or right below another prompt, is what it was told. */
  private isBarePrompt(block: Quote): boolean {
    const last = this.passages.at(-1)
    const follows = last !== undefined && this.rest.every((other) => other.start < last.start)
    const opens = this.rest.every((other) => other.kind === 'paragraph' && isLink(paragraphToText(other)))
    return this.isTraced && (opens || follows) && block.blocks.length > 0
  }

  private addParagraph(block: Paragraph, next: Block | undefined): void {
    const text = paragraphToText(block)
    const isShown = next?.kind === 'quote' || next?.kind === 'code' || next?.kind === 'details'
    const intro = introducesPrompts(text, {
      isShown,
      follows: this.passages.length > 0 || this.intro !== null,
      isAsked: this.isAsked,
    })
    if (intro) {
      this.close()
      this.intro = { ...intro, start: block.start, end: block.end }
      this.isAnswer = false
      this.rest.push(block)
      this.intros.push(block)
      return
    }
    if (introducesAnswer(text)) {
      this.close()
      this.isAnswer = true
      this.rest.push(block)
      return
    }
    this.isAnswer = false
    if (this.intro?.claims && !isLink(text) && !isNarrative(text)) {
      this.claimed.push(block)
      return
    }
    this.close()
    // Narrative between quotes goes on with the series; a line that introduces something else ends it.
    if (/[:：]$/.test(text) || this.intro?.claims) this.intro = null
    this.rest.push(block)
  }

  private addOther(block: Block): void {
    if (block.kind === 'rule' && this.intro?.claims && this.claimed.length === 0) return
    this.interrupt()
    this.rest.push(block)
  }

  private addPassages(intro: Omit<PromptIntro, 'claims'> & Span, blocks: readonly Block[]): void {
    const parts = intro.isSeveral ? blocks.map((block) => [block]) : [blocks]
    for (const part of parts) {
      const [first, last] = [part[0], part.at(-1)]
      if (!first || !last) continue
      this.passages.push({
        topic: 'prompts',
        title: intro.isSeveral ? 'Prompts' : 'Prompt',
        form: 'label',
        start: Math.min(intro.start, first.start),
        end: last.end,
        blocks: part,
      })
    }
  }
}
