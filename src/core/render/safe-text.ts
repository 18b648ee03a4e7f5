// Makes text from outside safe to show: nothing in it can act on a terminal, reorder or
// hide what is read, or be taken for a workflow command. It changes what is shown, never what is recorded.

// CSI, OSC and the two-character escape sequences; an unterminated one loses only its introducer below.
const ansi =
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B\]|\u009D)[^\u0007\u001B\u009C\u009D\n]*(?:\u0007|\u001B\\|\u009C)|\u001B[ -/]*[0-~]/g
const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g
const invisible =
  /\u034F|\u17B4|\u17B5|[\u180B-\u180F]|[\p{Bidi_Control}\u00AD\u115F\u1160\u200B-\u200D\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu

/**
 * `text` for display: newlines are LF, escape sequences and invisible characters are gone, other control
 * characters show as U+FFFD.
 */
export function toSafeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(ansi, '')
    .replace(control, '\uFFFD')
    .replace(invisible, '')
}
