// Whether a text shows anything.

/** False for white space and for characters that nobody sees. */
export function isSeen(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(text)
}
