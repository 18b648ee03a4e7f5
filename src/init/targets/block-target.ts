// A block in a text file: put in, brought up to date, or taken out again.

import { type BlockName, dropBlock, findBlock, hasLooseMark, putBlock, writeBlock } from '../edit/block.ts'
import { digest } from '../edit/digest.ts'
import { isShown } from '../edit/is-shown.ts'
import { toLf } from '../edit/text-style.ts'
import { type Part, type Plan, planChange, planNote, upToDate } from '../plan.ts'

export interface BlockFile {
  part: Part
  path: string
  name: BlockName
  /** What stands between the marks: LF, ends with one. */
  content: string
}

/** The text of a new file with nothing but `head`, such as front matter, and the block. */
export function createBlockFile({ name, content }: BlockFile, head = ''): string {
  return `${head}${writeBlock(name, content)}\n`
}

/** The plan that puts the block into `text`, or brings it up to date. */
export function planBlock(file: BlockFile, text: string, force: boolean): Plan {
  const { part, path, name, content } = file
  const found = findBlock(text, name)
  if (hasLooseMark(text, name, found)) return planNote(part, path, 'blocked', loose)
  if (found?.isEdited && !force) return planNote(part, path, 'left', edited)
  const block = writeBlock(name, content)
  if (found !== null && digest(text.slice(found.start, found.end)) === digest(block)) {
    return planNote(part, path, 'kept', upToDate)
  }
  const after = putBlock(text, block, found)
  if (found === null && !isShown(after, name)) return planNote(part, path, 'blocked', swallowed)
  return planChange(part, path, text, after)
}

/**
 * The plan that takes the block out of `text`; a file that held nothing else goes away. One that is ours alone may hold
 * front matter, of any version.
 */
export function planNoBlock(
  { part, path, name }: BlockFile,
  text: string,
  force: boolean,
  isOurAlone = false,
): Plan {
  const found = findBlock(text, name)
  if (hasLooseMark(text, name, found)) return planNote(part, path, 'blocked', loose)
  if (found === null) return { changes: [], notes: [] }
  if (found.isEdited && !force) return planNote(part, path, 'left', edited)
  const head = toLf(text.slice(0, found.start))
  const isEmpty = head === '' || (isOurAlone && /^---\n(?:(?!---\n).*\n)*---\n\s*$/.test(head))
  const isOurs = isEmpty && toLf(text.slice(found.end)) === '\n'
  return planChange(part, path, text, isOurs ? null : dropBlock(text, found))
}

const edited = 'somebody edited our block, so it is left alone (`--force` overwrites or removes it)'
const loose =
  'has one of our two marks without the other, or our block twice: remove what is left over, then run `ai-worklog init` again'
const swallowed =
  'leaves a code fence, a comment or an HTML element open, which would hide our block: close it, then run `ai-worklog init` again'
