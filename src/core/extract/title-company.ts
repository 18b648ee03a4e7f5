// Ordinary words such as "Context" or "Prompts" title many pull requests that say nothing about AI work. Outside
// a disclosure they count only in the company of titles that do.

import type { Block, Line, Paragraph } from '../document/block.ts'
import { paragraphToText } from '../document/block-text.ts'
import { classifyTitle } from './classify-title.ts'
import { isFooterLine } from './shapes/footer-line.ts'
import { splitLabel } from './shapes/label-line.ts'
import { findToolMentions } from './shapes/tool-mention.ts'

/** `titles`: titles outside a disclosure speak of AI work. `hint`: none do, but a disclosure or a tool's footer does. */
export type Company = 'titles' | 'hint' | null

/** The company that the titles of `blocks` keep. */
export function findCompany(blocks: readonly Block[], source: string): Company {
  const survey = new TitleSurvey(source)
  survey.walk(blocks)
  if (survey.strong || survey.topics.size >= 2) return 'titles'
  return survey.hint ? 'hint' : null
}

class TitleSurvey {
  strong = false
  hint = false
  readonly topics = new Set<string>()
  private readonly source: string
  private disclosureDepth: number | null = null

  constructor(source: string) {
    this.source = source
  }

  walk(blocks: readonly Block[]): void {
    blocks.forEach((block, index) => {
      const next = blocks[index + 1]
      if (block.kind === 'heading') this.note(block.text, block.depth, () => textOf(next))
      else if (block.kind === 'paragraph') this.addLines(block.lines, next)
      else if (block.kind === 'list') {
        for (const {
          blocks: [first],
        } of block.items) {
          if (first?.kind === 'paragraph') this.addItem(first)
        }
      } else if (block.kind === 'details') {
        this.note(block.summary, null, () => textOf(block.blocks[0]))
        this.walk(block.blocks)
      }
    })
  }

  /** Items label the parts of many a product: only those that name AI tools keep company. */
  private addItem({ lines: [line] }: Paragraph): void {
    const label = line ? splitLabel(line, this.source) : null
    if (label && classifyTitle(label.label)?.topic === 'tools')
      this.note(label.label, null, () => label.value)
  }

  private addLines(lines: readonly Line[], next: Block | undefined): void {
    lines.forEach((line, index) => {
      if (!this.hint && isFooterLine(line.text)) this.hint = findToolMentions(line.text).length > 0
      const label = splitLabel(line, this.source)
      const below = () => (index === lines.length - 1 ? textOf(next) : '')
      if (label) this.note(label.label, null, () => label.value || below())
    })
  }

  /** What stands in a disclosure of its own keeps company there only. */
  private note(title: string, depth: number | null, readAnswer: () => string): void {
    if (depth !== null && this.disclosureDepth !== null && depth <= this.disclosureDepth) {
      this.disclosureDepth = null
    }
    if (this.disclosureDepth !== null) return
    const found = classifyTitle(title)
    if (!found) return
    if (found.topic === 'disclosure') {
      this.disclosureDepth = depth
      this.hint = true
    } else if (found.rank === 'strong') this.strong = true
    else if (found.rank === 'telling') {
      this.topics.add(found.topic)
      if (found.topic === 'tools' && findToolMentions(readAnswer()).length > 0) this.strong = true
    }
  }
}

function textOf(block: Block | undefined): string {
  if (block?.kind === 'paragraph') return paragraphToText(block)
  const [first] = block?.kind === 'list' ? block.items : []
  const [inner] = first?.blocks ?? []
  return inner?.kind === 'paragraph' ? paragraphToText(inner) : ''
}
