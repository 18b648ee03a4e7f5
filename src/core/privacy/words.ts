// Texts as words with their places, in which the same wording is found again whatever its case, marks and line breaks.

export interface Word {
  /** In lower case. */
  word: string
  start: number
  end: number
}

// What is written without spaces is taken character by character.
const pattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/gu

/** The words of `text` in order, without white space and punctuation. */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    word: found.normalize('NFKC').toLowerCase(),
    start: index,
    end: index + found.length,
  }))
}
