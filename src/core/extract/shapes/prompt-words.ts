// Words that tell of prompts, apart from the prompts themselves.

/** "Initial prompt" and "Refinement 2" title one prompt, "Prompts" and "Refinements" several. */
export function isOnePrompt(title: string): boolean {
  return !/\b(?:prompts|refinements|follow-?ups|requests|iterations|conversation|history|log)\b/i.test(title)
}

/** Whether a line above a list announces the prompts in it. */
export function announcesPrompts(text: string): boolean {
  return /\b(?:prompts?|asked|following|below)\b/i.test(text)
}

/** "I asked Claude to …" tells of a prompt without giving it. */
export function tellsOfPrompt(text: string): boolean {
  return paraphrase.test(text)
}

const paraphrase =
  /^(?:(?:not|none|no prompts?)(?: were| was)? (?:kept|saved|recorded|stored|preserved|available)\b|(?:i|we)(?: first| then| also)? (?:asked|told|prompted|instructed|used) |(?:asked|told|prompted|instructed) )/i

/** A prompt kept elsewhere is a link, not a text. */
export function isLink(text: string): boolean {
  return /^(?:see |\[[^\]]*\]\(|[\w .-]{1,40}: )?<?https?:\/\/\S+$/i.test(text)
}
