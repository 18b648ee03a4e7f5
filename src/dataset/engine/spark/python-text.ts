// Data as Python source. Whatever a text holds, it stays a text: SQL and paths can start no code of their own.

/** `text` as a Python string literal of ASCII characters on one line. */
export function pythonString(text: string): string {
  let literal = ''
  for (const character of text) literal += escapeCharacter(character)
  return `"${literal}"`
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '"':
      return '\\"'
    case '\\':
      return '\\\\'
    case '\n':
      return '\\n'
  }
  if (/^[ -~]$/.test(character)) return character
  const code = character.codePointAt(0) ?? 0
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0')
}

/** `text` as Python literals side by side, a line of it each, so that a person can read it. */
export function pythonLines(text: string, indent: string): string {
  const lines = text.split(/(?<=\n)/)
  return lines.map((line) => `${indent}${pythonString(line)}`).join('\n')
}

/** A list or tuple of literals on one line. */
export function pythonList(items: readonly string[]): string {
  return `[${items.map(pythonString).join(', ')}]`
}
