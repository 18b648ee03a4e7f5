// What a human says of a change, and why, in the commit's message.

import { toOneLine } from '../text/one-line.ts'

const trailer = /^[A-Z][A-Za-z-]+(?:-by|-to|-id)?: \S/
const reason =
  /\b(?:because|since|so that|otherwise|to avoid|to prevent|in order to|due to|would (?:have|be|not|never|fail|break|lose|leak)|does ?n[o']t|did ?n[o']t|is ?n[o']t|can(?:no|')t|must|must not|instead of|rather than|was (?:wrong|missing|never|not)|were (?:wrong|missing|never|not)|needed|broke|breaks|fails|failed|no longer|too (?:slow|many|much|long|broad))\b/i

/** The subject and, when the body gives one, the reason. */
export function readMessage(message: string): { what: string; reason: string | null } {
  const [subject = '', ...rest] = message.replaceAll('\r', '').split('\n')
  const what = toOneLine(subject.replace(/^(?:fixup|squash|amend)! /, 'fixed up: '))
  return { what, reason: findReason(rest.join('\n')) }
}

/** The first sentence that gives a reason; of a body of one sentence, all of it. */
function findReason(body: string): string | null {
  const paragraphs = body
    .slice(0, 8000)
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .filter((line) => !trailer.test(line))
        .join(' ')
        .trim(),
    )
    .filter(
      (paragraph) => paragraph !== '' && !/^(?:This reverts commit|[#*-]|\(cherry picked)/.test(paragraph),
    )
  const sentences = paragraphs.flatMap((paragraph) =>
    paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?]) (?=\S)/),
  )
  const found = sentences.find((sentence) => reason.test(sentence.replaceAll('’', "'")))
  return found === undefined ? null : toOneLine(found)
}
