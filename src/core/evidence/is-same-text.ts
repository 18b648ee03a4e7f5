// Compares what someone wrote with what a transcript has.

/** Whether both say the same, but for white space and for what was redacted in either. Null is the same as nothing. */
export function isSameText(written: string | null, read: string | null): boolean {
  return written !== null && read !== null && normalize(written) === normalize(read)
}

// A redacted value and what it was of are not compared: the rules may differ.
function normalize(text: string): string {
  return text
    .replace(/\[REDACTED:[^\]\s]*\]/g, '[REDACTED]')
    .replace(/\s+/g, ' ')
    .trim()
}
