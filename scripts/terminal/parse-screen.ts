// What a program wrote to a terminal to what stands there in the end: lines of text with their looks.

export interface Run {
  text: string
  /** Names of looks, such as `bold` and `red`, sorted. */
  looks: readonly string[]
}

const looks = new Map([
  [1, 'bold'],
  [2, 'dim'],
  [4, 'underline'],
  [31, 'red'],
  [32, 'green'],
  [33, 'yellow'],
  [34, 'blue'],
  [35, 'magenta'],
  [36, 'cyan'],
  [90, 'grey'],
])

/** What ends which. */
const ended = new Map([
  [22, ['bold', 'dim']],
  [24, ['underline']],
  [39, ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'grey']],
])

// What sets looks, what erases or moves, the ends of lines, and text.
const parts = /\u001B\[([\d;?]*)([A-Za-z])|\r?\n|\r|[^\u001B\r\n]+/g

/** The lines of `output`. Knows what our programs write: looks, `\r`, and erasing a line. */
export function parseScreen(output: string): Run[][] {
  const lines: Run[][] = [[]]
  let current = new Set<string>()
  for (const [part, parameters = '', final] of output.matchAll(parts)) {
    const line = lines.at(-1) ?? []
    if (part.endsWith('\n')) lines.push([])
    else if (final === 'm') current = setLooks(current, parameters)
    // What is written over is written anew.
    else if (part === '\r' || final === 'K') line.length = 0
    else if (final === undefined) append(line, part, [...current].sort())
  }
  while (lines.at(-1)?.length === 0) lines.pop()
  return lines
}

function append(line: Run[], text: string, looks: string[]): void {
  const last = line.at(-1)
  if (last?.looks.join() === looks.join()) last.text += text
  else line.push({ text, looks })
}

function setLooks(current: ReadonlySet<string>, parameters: string): Set<string> {
  let next = new Set(current)
  for (const code of parameters.split(';').map(Number)) {
    if (code === 0) next = new Set()
    for (const look of ended.get(code) ?? []) next.delete(look)
    const look = looks.get(code)
    if (look !== undefined) next.add(look)
  }
  return next
}
