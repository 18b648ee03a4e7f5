// Texts of sessions in the form in which the reader gives them back.

/** `text` with LF newlines, and without what no Markdown can hold. */
export function toPlainText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\r\n?/g, '\n')
}

/** `text` on one line, each run of white space as one space. */
export function toOneLine(text: string): string {
  return toPlainText(text).replace(/\s+/g, ' ').trim()
}
