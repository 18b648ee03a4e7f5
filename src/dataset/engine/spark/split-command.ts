// Splits `--spark-command` into words. No shell runs it: what only a shell understands is refused, not passed on.

import { UsageError } from '../../../report/usage-error.ts'

/** Blanks, 'text', "text", a character after a backslash, or what stands for itself. */
const part = /([ \t]+)|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\|&;<>()`$*?]+)/y

/**
 * The words of `command`, with quotes and backslashes as POSIX shells read them. Nothing is expanded.
 * Throws a {@link UsageError} when it is empty, a quote is open, or it needs a shell.
 */
export function splitCommand(command: string): [program: string, ...args: string[]] {
  const words: string[] = []
  let word: string | null = null
  for (let at = 0; at < command.length; ) {
    part.lastIndex = at
    const found = part.exec(command)
    if (found === null) throw refuse(command.charAt(at))
    at = part.lastIndex
    const [, blanks, single, double, escaped, plain] = found
    if (blanks === undefined) {
      word = (word ?? '') + (single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain)
    } else {
      if (word !== null) words.push(word)
      word = null
    }
  }
  if (word !== null) words.push(word)
  const [program, ...args] = words
  if (program === undefined || program === '') {
    throw new UsageError(
      '`--spark-command` names no program. Give one such as `spark-submit --master spark://host:7077`.',
    )
  }
  return [program, ...args]
}

function refuse(character: string): UsageError {
  if (character === "'" || character === '"')
    return new UsageError(`\`--spark-command\` has a ${character} that is not closed.`)
  if (character === '\\') return new UsageError('`--spark-command` ends with a backslash.')
  const shown = /\s/.test(character) ? 'a line break' : `\`${character}\``
  return new UsageError(
    `\`--spark-command\` holds ${shown}, and no shell runs it. Quote it, or put the command into a script and give its path.`,
  )
}
