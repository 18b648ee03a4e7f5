// How a text ends its lines, so that what is added does the same.

/** CRLF when more lines end so than not. */
export function readNewline(text: string): '\n' | '\r\n' {
  const all = text.split('\n').length - 1
  const crlf = text.split('\r\n').length - 1
  return crlf > all / 2 ? '\r\n' : '\n'
}

/** `text`, which has LF only, with `newline`. */
export function withNewline(text: string, newline: string): string {
  return newline === '\n' ? text : text.replaceAll('\n', newline)
}

/** `text` with LF only. */
export function toLf(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
