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
  /\b(?:i|we|i['’]ve|we['’]ve)\b[^.;]{0,60}\b(?:reviewed|read|understand|understood|verified|checked|inspected|validated|went over|gone (?:over|through)|went through|double[- ]checked|tested|stand behind)\b/i,
  new RegExp(
    `\\b${reviewed} (?:and \\w+ )?(?:${byHuman}|(?:every\\w*|each|all|the|it|line|manually|locally)\\b)`,
    'i',
  ),
  new RegExp(
    `\\b(?:human[- ]reviewed|manually ${reviewed}|line[- ]by[- ]line|fully understand|take (?:full )?responsibility|self[- ]review(?:ed)?)\\b`,
    'i',
  ),
  /\b(?:all|every|each|the) (?:\w+ ){0,5}(?:\([^()]{0,60}\) )?(?:(?:has|have) been |was |were |is |are )?(?:\w+ly )?(?:reviewed|read and understood)\b/i,
  // "reviewed, edited, and manually tested by the author", "reviewed, tested and benchmarked before submission".
  /^.{0,80}\b(?:was|were|is|are) (?:made|written|generated|drafted|created)\b[^.;]{0,60}, (?:then )?(?:manually )?reviewed\b/i,
  /\breviewed\b(?:,? (?:and )?\w+){0,6} (?:by (?:me|myself|us|the author|a human|hand)|before (?:submi|open|merg|push|commit)\w*)\b/i,
  /^\W*(?:fully |carefully |manually |human[- ])?reviewed\b(?!.{0,80}\b(?:ai|agent|claude|codex|copilot|cursor|gemini|chatgpt|bot|llm)\b)/i,
  /\bhuman (?:direction|design)?(?: and )?review\b/i,
]

export const notReviewed =
  /\b(?:not (?:yet )?(?:been )?(?:reviewed|read|verified|checked)|unreviewed|(?:have|has|had|did)(?:n['’]t| not) (?:yet |really |actually |fully )?(?:been )?(?:review(?:ed)?|read|check(?:ed)?|test(?:ed)?|verif(?:y|ied)|underst(?:and|ood)|look(?:ed)?)|no human (?:has )?review(?:ed)?|without (?:any )?(?:human )?review|(?:did not|didn['’]t|haven['’]t) (?:even )?look(?:ed)? at|(?:still |i )(?:need|needs|have) to (?:\w+ ){0,3}(?:review|self-review|go back and review)|still needs? (?:a )?(?:review|human)|will (?:\w+ )?(?:review|double[- ]check|self-review)|['’]ll (?:do a |\w+ )?(?:self-)?review)\b/i

/** What is still to come, asked for or conditional attests nothing. */
export const notDone =
  /\b(?:will|to be|to do|todo|should|shall|must|please|needs?|going to|would|could|can you|later|tomorrow|pending|if)\b|['’]ll\b/i

export const testsRun =
  /\b(?:tests? (?:pass|passed|run|ran|were run|have been run)|(?:ran|run|executed) (?:the |all |my )?(?:\w+ )?tests?|tested|test suite)\b/i
