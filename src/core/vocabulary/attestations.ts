// How people attest, or deny, that a human reviewed and tested the AI's work. Data only. Each is tried on a sentence.

const reviewed = '(?:reviewed|read|understood|verified|checked|inspected|validated)'
// "Reviewed by Copilot" is no human review.
const byHuman =
  'by (?!(?:an? |the )?(?:ai|bot|bots|llm|agent|claude|codex|copilot|cursor|coderabbit|gemini|gpt|chatgpt|devin|amp|greptile|bugbot|sourcery|qodo)\\b)@?\\w+'

/**
 * The commonest first: a pattern is compiled only when it is reached. Optional parts before an alternation multiply
 * what is compiled, so there are none.
 */
export const humanReviews: readonly RegExp[] = [
  /\b(?:i|we)\b.{0,24}\b(?:reviewed|read|understand|understood|verified|checked|inspected|validated|went over|went through|double[- ]checked)\b/i,
  new RegExp(
    `\\b${reviewed} (?:and \\w+ )?(?:${byHuman}|(?:every|each|all|the|it|line|manually|locally)\\b)`,
    'i',
  ),
  new RegExp(
    `\\b(?:human[- ]reviewed|manually ${reviewed}|line[- ]by[- ]line|fully understand|take (?:full )?responsibility|self[- ]review(?:ed)?)\\b`,
    'i',
  ),
  /\b(?:all|every|each|the) (?:\w+ ){0,2}(?:(?:has|have) been |was |were )?(?:\w+ly )?(?:reviewed|read and understood)\b/i,
]

export const notReviewed =
  /\b(?:not (?:yet )?(?:been )?(?:reviewed|read|verified|checked)|unreviewed|(?:have|has|did)(?:n['’]t| not) (?:yet )?(?:been )?(?:review(?:ed)?|read|check(?:ed)?)|no human (?:has )?review(?:ed)?|without (?:any )?(?:human )?review)\b/i

/** What is still to come, asked for or conditional attests nothing. */
export const notDone =
  /\b(?:will|to be|to do|todo|should|shall|must|please|needs?|going to|would|could|can you|later|tomorrow|pending|if)\b|['’]ll\b/i

export const testsRun =
  /\b(?:tests? (?:pass|passed|run|ran|were run|have been run)|(?:ran|run|executed) (?:the |all |my )?(?:\w+ )?tests?|tested|test suite)\b/i
