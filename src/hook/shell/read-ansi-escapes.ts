// The escapes of `$'…'`.

const letters = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['e', '\u001B'],
])

/** `text` with its escapes replaced; those it does not know stay as they are. */
export function readAnsiEscapes(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([\s\S]))/g,
    (all, hex, unicode, letter) => {
      const code: unknown = hex ?? unicode
      if (typeof code === 'string') return String.fromCharCode(Number.parseInt(code, 16))
      return letters.get(String(letter)) ?? all
    },
  )
}
