// The words in which people tell that an AI took part in their work, or did not. Data only: parts of patterns over
// masked sentences, lower case.

/** What a pull request is made of: the subject of "… was written by an AI". */
export const workNouns =
  '(?:prs?|pull requests?|patch(?:es)?|commits?|changes?|change ?sets?|codes?|code ?base|tests?|test cases?|test suite|specs?|docs?|documentation|docstrings?|readme|descriptions?|implementations?|fix(?:es)?|features?|works?|scripts?|drafts?|versions?|summar(?:y|ies)|messages?|texts?|branch|migrations?|refactor(?:ing|s)?|release notes?|ports?|comments?|contributions?|files?|functions?|boilerplate|translations?|plan|idea|design|parts?|everything|bulk|rest|most|majority|all|this|it|stuff|logic|benchmarks?|workflow|issues?|submission|content|discover(?:y|ies)|bugs?|problems?|root cause|approach|solution|algorithm|optimi[sz]ations?|prototype)'

/** What was done to it with an AI, as participles. */
export const madeVerbs =
  '(?:written|re-?written|generated|drafted|created|made|built|implemented|developed|authored|co-?authored|coded|vibe[- ]?coded|prepared|produced|refactored|patched|ported|translated|converted|assisted|aided|planned|designed|scaffolded|formatted|polished|refined|cleaned up|edited|improved|debugged|diagnosed|investigated|researched|brainstormed|prototyped|completed|done|opened|submitted|summari[sz]ed|proofread|fixed|found|discovered|identified|composed|assembled|migrated|(?<!auto-)updated|adapted|optimi[sz]ed|driven|spotted|led|helped)'

/** What an AI is said to have done, in the past tense. */
export const pastVerbs =
  '(?:wrote|re-?wrote|generated|drafted|created|made|built|implemented|developed|authored|co-?authored|coded|prepared|produced|refactored|patched|ported|translated|converted|assisted|aided|planned|designed|scaffolded|polished|helped|suggested|proposed|came up|figured out|found|discovered|identified|debugged|diagnosed|pointed out|fixed|did|completed|updated|summari[sz]ed|reviewed|spotted|caught|noticed)'

/** What people do with an AI. */
export const useVerbs =
  '(?:used|use|am using|are using|was using|were using|employed|leveraged|utili[sz]ed|asked|prompted|instructed|told|let|had|got|worked with|paired with|pair[- ]?programmed|collaborated|consulted|relied on|turned to|tried|vibe[- ]?coded|switched to|transitioned|enlisted|tossed|threw|gave|fed|ran)'

/** Standing between a verb and its AI: "written *with the help of* §". */
export const helpOf =
  '(?:(?:(?:entirely|mostly|partly|partially|primarily|largely|fully|completely|initially|originally|heavily|in part|mainly|automatically|together|collaboratively|jointly) ){0,2}(?:by|with|using|via|through|from|in collaboration with|in conjunction with|in tandem with|alongside|thanks to|under)(?: (?:the|some|a lot of|a bit of|a little|heavy|light|minor|significant|my|an?|good|great|help|assistance|aid|support|use|guidance|input|usage|involvement|of|from|by|and|direction|oversight|supervision)){0,6})'
