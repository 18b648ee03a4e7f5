// Whether a prompt steers against what the AI just did.

const words =
  /\b(?:no|nope|not|don'?t|do not|does ?n[o']t|did ?n[o']t|is ?n[o']t|stop|wait|instead|wrong|incorrect|actually|rather|why|undo|revert|roll(?:ed)? back|shouldn'?t|should|must|never|forgot|missed|misunderst\w+|broke|broken|unnecessary|simpler|what are you|i (?:said|meant|asked|told)|you (?:need|have) to|nein|falsch|nicht|stattdessen|non|au lieu|pas|nao|não|incorrecto|en vez)\b|不要|不对|错|别|ではなく|違う|нет|не надо/i

/** By the first line of `text`, where what is felt stands: `No, use ours`, `why did you`, `that is wrong`. */
export function isCorrective(text: string): boolean {
  const [line = ''] = text.slice(0, 200).trimStart().split('\n', 1)
  return words.test(line.replaceAll('’', "'"))
}
