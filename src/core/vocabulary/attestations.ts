// How people attest, or deny, that a human reviewed and tested the AI's work. Data only.

export const humanReview =
  /\b(?:(?:i|we)(?:'ve| have| also)? (?:\w+ )?(?:reviewed|read|understand|understood|verified|checked|inspected)|(?:reviewed|read|understood|verified|checked|inspected) (?:and \w+ )?(?:by (?:me|a human|hand|us|@?\w+)|every|each|all|the|it|line|manually)|human[- ]reviewed|manually (?:reviewed|verified|checked|inspected)|line[- ]by[- ]line|fully understand|take (?:full )?responsibility|self[- ]review|code (?:has been|was) reviewed)\b/i

export const notReviewed =
  /\b(?:not (?:yet )?(?:been )?(?:reviewed|read|verified|checked)|unreviewed|have(?:n't| not) (?:yet )?(?:reviewed|read|checked)|no human (?:has )?review(?:ed)?|without (?:human )?review)\b/i

export const testsRun =
  /\b(?:tests? (?:pass|passed|run|ran|were run|have been run)|(?:ran|run|executed) (?:the |all |my )?(?:\w+ )?tests?|tested|test suite)\b/i
