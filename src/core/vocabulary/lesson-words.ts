// The words in which people tell what an AI got wrong and what they changed by hand. Data only: parts of patterns over
// masked sentences, lower case.

/** What follows "§" or "it" when it went wrong. */
export const failedVerbs = [
  'messed (?:up|it up|things up)',
  'failed',
  'fails? to',
  'struggl(?:ed|es|ing)',
  'g(?:ave|iven|ives) up',
  '(?:had|has|have|having|was having|is having) (?:a |an |some |several |many |multiple |a lot of |lots of |real |great |difficulty|a hard time)?(?:bugs?|trouble|issues?|problems?|difficult\\w*|hard time)',
  'went (?:a (?:little|bit) )?(?:overboard|off the rails|off track|astray|wrong|crazy|wild|down (?:a|the) (?:wrong|rabbit))',
  'hallucinat(?:ed|es)',
  'invented',
  'made (?:things|it|the code|this code|everything)(?: even| quite a bit| a lot| much| way| a bit)? (?:worse|more (?:messed up|complicated|complex|confusing|broken))',
  'made (?:a|some|several|many|multiple|the same) (?:\\S+ )?(?:mistakes?|errors?|bugs?)',
  '(?:made up|fabricated)',
  'broke',
  'forgot',
  'missed',
  'mis(?:understood|read|interpreted|judged|diagnosed|used|placed)',
  'got (?:\\S+ ){0,4}(?:wrong|stuck|confused|lost)',
  'kept (?:on )?(?:\\S+ )?(?:getting|doing|making|trying|adding|breaking|failing|insisting|producing|generating|reverting|forgetting|using|writing)',
  'refused',
  'insisted',
  'started (?:out )?on the wrong',
  'introduced (?:a |an |some |several |new )?(?:\\S+ ){0,2}(?:bugs?|errors?|regressions?|issues?)',
  '(?:incorrectly|wrongly|mistakenly|accidentally|erroneously|needlessly|unnecessarily) \\w+',
  "(?:did not|didn't|could not|couldn't|was not able|wasn't able|was unable|were unable|never managed)",
  'over[- ]?(?:engineered|complicated|did)',
  '(?:was|were) (?:\\S+ ){0,2}(?:wrong|incorrect|confused|stuck|broken|unable|useless|terrible|bad|lost)',
  'ended up (?:deleting|breaking|removing|rewriting|making|getting|with|doing)',
  'decided the best solution was',
  'deleted (?:all|everything|the whole)',
  'claimed (?:\\S+ ){0,6}(?:but|even though)',
  "proposed (?:\\S+ ){0,12}(?:but|which) (?:\\S+ ){0,6}(?:wrong|not|n't|bad)",
  'ignored',
  'lied',
  '(?:wanted|tried|proposed|suggested|attempted|started)(?: to)?\\b[^.;]{0,160}(?:overkill|which i (?:cancel\\w*|reject\\w*|stopp\\w*|hate|declin\\w*)|which (?:was|is|were) (?:wrong|not|way|too|un\\w+)|for some reason)',
  '(?:initially|originally|at first|first) (?:\\w+ ){0,2}(?:wanted|tried|insisted|refused)',
  'wanted (?:it )?to (?:initially|originally|first)',
  '(?:wanted|tried) to (?:define|silently|delete|remove|commit|push|rewrite|add an? unnecessary|skip|disable|mock|hard-?code)',
  'contained (?:a lot of |many |some |several |lots of )?(?:false positives|errors|mistakes|bugs|issues|hallucinations)',
  'did (?:a bunch of|some|a lot of|lots of) (?:nonsense|weird|wrong|silly|stupid|strange)',
  'got tripped up',
  'kept pointing out',
  "suggested [^.;]{0,120}\\bbut (?:\\S+ ){0,6}(?:cleaner|better|simpler|wrong|not|n't)",
  'just (?:disappeared|edited some other|made it up)',
  'did some weird',
] as const

/** What is told of an AI's work, or of an attempt, when it went wrong; needs no subject beside it. */
export const failedWork = [
  "(?:changes?|edits?|fix|fixes|attempts?|approach(?:es)?|versions?|solutions?|suggestions?|output|code|implementation|drafts?|tests?|it|this|that|these|they|which)\\b[^.;]{0,40}? (?:did not|didn't|does not|doesn't|do not|don't|would not|wouldn't|never) (?:\\w+ )?(?:work|go through|apply|compile|parse|pass|build|help|make sense|cover|handle|run|match|hold up|scale|fit|solve|fix)",
  '(?:were|was) not applied',
  'it failed (?:immediately|again|with|due|because|to)',
  '(?:makes?|made|making) the (?:whole thing|code|file|build|tests?)(?: quite a bit| even| much)? (?:not (?:parse|compile|build|work)|worse|more (?:messed up|complicated|complex))',
  'this code has a bug',
  "(?:is|was)(?: not|n't) what (?:the|i|we)",
  '(?:seemed|was|were|is|felt|looked) (?:overly|too|unnecessarily|needlessly|way too) (?:verbose|complex|complicated|long|clever|broad|big|large|aggressive|noisy)',
  "(?:first|initial|second|third|previous|earlier|original|1st|2nd|3rd) (?:\\S+ )?(?:attempts?|approach|version|draft|try|tries|solution|fix|implementation|suggestion|answer|output|idea|plan|prompt|pass|iteration|cut|scripts?|tests?|functions?|one|results?|code|prototype|commit|response|run|query|patch)\\b[^.;]{0,60}?\\b(?:failed|wrong|broken|broke|discarded|abandoned|rejected|reverted|incorrect|did not|didn't|was not|wasn't|missed|too |buggy|had (?:a |some )?(?:bug|issue|problem)|useless|unusable|thrown away|scrapped|dead end)",
  '(?:i|we) (?:\\w+ )?threw (?:\\S+ ){0,6}?away',
  '(?:i|we) (?:\\w+ )?(?:discarded|abandoned|rejected|reverted|threw (?:away|out)|scrapped|dropped|ditched|undid|rolled back|backed out)\\b',
  '(?:i|we) (?:\\w+ )?(?:stopped (?:it|§)|called it off|cancell?ed (?:it|this|that))\\b',
  '(?:took|needed|required|after) (?:\\S+ ){0,3}(?:attempts|tries|retries|iterations|rounds)(?: (?:of prompting|to get))?',
  'even though (?:i|we) (?:told|asked|instructed)',
  'hallucinat(?:ed|ions?|ing)',
  '(?:i|we) (?:\\w+ )?deleted (?:almost |nearly )?(?:all|most|everything)',
  'had (?:§|it) (?:to )?(?:fix|undo|redo|correct)\\b',
  '(?:claimed|thought|believed) (?:were|was|it was|they were) [^.;]{0,60}but (?:were|was)',
  '(?:was|were|been) (?:then |later |eventually )?(?:rejected|discarded|abandoned|scrapped|thrown away|reverted) (?:as|because|since|for|due)',
  '(?:discarding|rejecting|abandoning) the (?:\\S+ ){0,3}(?:approach|solution|version|proposal|idea|suggestion)',
  'on the mistaken (?:belief|assumption)',
  '(?:way|total|complete|totally|completely) overkill',
  'so (?:i|we) (?:then )?(?:asked|told|prompted) (?:it|§) to (?:try again|undo|revert|redo|fix|stop|delete|remove)',
  'went (?:off the rails|down the wrong path|sideways)',
] as const

/** What is said of poor work. */
export const poorWords =
  "(?:bad(?:ly)?|wrong(?:ly)?|incorrect(?:ly)?|poor(?:ly)?|terribl[ey]|awful|horribl[ey]|garbage|nonsens\\w*|useless|unusable|over[- ]?engineered|over[- ]?complicated|overly \\w+|overkill|convoluted|verbose|bloated|messy|hacky|sloppy|buggy|broken|weird(?:ly)?|silly|dumb|stupid|lossy|outdated|very old|unnecessar(?:y|ily)|needless(?:ly)?|mistaken(?:ly)?|inefficient|un-?idiomatic|non-idiomatic|too many (?:bugs|errors|issues|problems|changes|mistakes)|(?:some|several|many|full of|lots of|a lot of|a few) (?:\\w+ )?(?:bugs|mistakes|hallucinations|false positives)|(?:was|were|is|are)(?:n't| not) (?:\\w+ )?(?:good|great|right|correct|ideal|idiomatic|aware|able|enough|usable|useful|helpful|working|up to))"

/** Between an AI and a poor word: it worked on what was poor, or spoke of it. */
export const solvingVerbs =
  '(?:fix|find|found|spot|identif|detect|diagnos|debug|resolv|correct(?:ed|ing|s)\\b|handl|clean|explain|help|review|report|said|says|tell|told|point(?:ed|s|ing)? out|not(?:ed|iced|es)\\b|catch|caught|discover|investigat|reproduc|document|warn|flag|remov|delet|simplif|replac|refactor|rewr|updat|drop|avoid|prevent|improv|test|verif|confirm|check|look)'
