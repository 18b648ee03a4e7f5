// What a title announces where it stands: ordinary words count only in company or inside a disclosure, and in a section
// they name its parts.

import type { Block } from '../../document/block.ts'
import { classifyTitle, type TitleClass } from '../classify-title.ts'
import { isSectionField } from '../section-fields.ts'
import type { Company } from '../title-company.ts'
import { labelLevel, type OpenPassages } from './open-passages.ts'

export class TitlesInPlace {
  private readonly open: OpenPassages
  private readonly company: Company

  constructor(open: OpenPassages, company: Company) {
    this.open = open
    this.company = company
  }

  classify(title: string, level: number): TitleClass | null {
    const found = classifyTitle(title)
    if (!found || found.rank === 'strong' || this.open.isInDisclosure(level)) return found
    if (found.rank === 'telling') return this.company === null ? null : found
    return found.rank === 'name' && this.company === 'titles' ? found : null
  }

  classifyLabel(label: string, value: string): TitleClass | null {
    const found = this.classify(label, labelLevel) ?? classifyPrompt(label, value)
    return found && !this.isPart(found, label, labelLevel) ? found : null
  }

  /** Items and cells label the parts of many a product, so they count for less than lines do. */
  classifyItem(label: string): TitleClass | null {
    const found = this.classify(label, labelLevel)
    if (!found || this.isPart(found, label, labelLevel)) return null
    const namesAi = found.rank === 'strong' && (found.topic === 'tools' || found.topic === 'disclosure')
    return namesAi || this.company === 'titles' || this.open.isInDisclosure(labelLevel) ? found : null
  }

  /** Where a tool left its footer, "Prompt" above a quote or a fence is what was asked of it. */
  classifyShown(title: string, next: Block | undefined): TitleClass | null {
    const isShown = next?.kind === 'quote' || next?.kind === 'code'
    const found = isShown && this.company === 'hint' ? classifyTitle(title) : null
    return found?.topic === 'prompts' ? found : null
  }

  /** In a section, its own topic, its fields and ordinary words name its parts. */
  isPart(found: TitleClass, title: string, level: number): boolean {
    const section = this.open.section(level)
    if (!section) return false
    if (section.topic === found.topic || isSectionField(section.topic, title)) return true
    if (speaksForItself(found)) return false
    // Prompts are texts with titles of their own.
    const isLesson = found.topic === 'failures' || found.topic === 'corrections'
    return found.rank === 'weak' || (section.topic === 'prompts' && !isLesson)
  }
}

/** Whether a title says by itself, or nearly, that it is about AI work. */
export function speaksForItself({ rank }: TitleClass): boolean {
  return rank === 'strong' || rank === 'telling'
}

/** A line "Prompt:" above a text, or before what starts like one, is how prompts stand in commit messages. */
function classifyPrompt(label: string, value: string): TitleClass | null {
  const found = promptLine.test(label) ? classifyTitle(label) : null
  return found?.topic === 'prompts' && /^(?:$|["“'«`]|[^\p{Ll}\s])/u.test(value) ? found : null
}

const promptLine =
  /^(?:(?:additional |first |second |next |user |initial |final |follow-?up )?prompts?|prompt was(?: (?:literally|simply|just|basically)){0,2})$/i
