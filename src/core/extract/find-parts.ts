// Divides a text into what announces itself, what is said to an AI without being announced, and the rest.

import type { Block } from '../document/block.ts'
import { blankRanges } from '../document/drafted-ranges.ts'
import type { Document } from '../document/read-document.ts'
import type { Topic } from '../vocabulary/section-titles.ts'
import { findPassages } from './find-passages.ts'
import { findToldPrompts } from './find-told-prompts.ts'
import { findTranscript, type Transcript } from './find-transcript.ts'
import type { Passage } from './passage.ts'

export interface Parts {
  /** The passages about `topic`, in order. */
  about(topic: Topic): readonly Passage[]
  transcript: Transcript | null
  /** Lines that announce prompts. */
  intros: readonly Block[]
  /** What is neither. */
  rest: readonly Block[]
  /** All blocks outside the transcript. */
  blocks: readonly Block[]
}

/** The parts of `document`. `isTraced`: something else shows that AI took part. */
export function findParts({ blocks: all, source, drafted }: Document, isTraced: boolean): Parts {
  const transcript = findTranscript(blankRanges(source.text, drafted), isTraced)
  const blocks = transcript
    ? all.filter(({ start, end }) => end <= transcript.start || start >= transcript.end)
    : all
  const titled = findPassages(blocks, source.text)
  const isAsked = titled.passages.some(({ topic }) => topic === 'disclosure')
  const outside = findToldPrompts(titled.rest, titled.passages, {
    isTraced: isTraced || isAsked,
    isAsked: false,
  })
  const intros = [...outside.intros]
  const passages: Passage[] = [...outside.passages]
  for (const passage of titled.passages) {
    // A disclosure may quote what was asked, too.
    const inside =
      passage.topic === 'disclosure'
        ? findToldPrompts(passage.blocks, [], { isTraced: false, isAsked: true })
        : null
    passages.push(
      inside === null ? passage : { ...passage, blocks: inside.rest },
      ...(inside?.passages ?? []),
    )
    intros.push(...(inside?.intros ?? []))
  }
  passages.sort((a, b) => a.start - b.start)
  const byTopic = new Map<Topic, Passage[]>()
  for (const passage of passages) byTopic.set(passage.topic, [...(byTopic.get(passage.topic) ?? []), passage])
  return { about: (topic) => byTopic.get(topic) ?? [], transcript, intros, rest: outside.rest, blocks }
}
