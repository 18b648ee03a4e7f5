// Decides whether an ambiguous name is the tool: "Cursor" the editor or a cursor, "Claude" or Claude Dupont.

import type { Atom } from './tool-mention-atoms.ts'

const before =
  /(?:\b(?:generated|written|wrote|created|made|built|drafted|authored|assist(?:ed|ance)?|help(?:ed)?|implemented|developed|coded|refactored|produced|prompt(?:ed)?|asked?|told|used?|using|powered|prepared|guided|supported|suggested|reviewed|tested|worked|pair(?:ed)?|programmed|vibe[ -]?coded|done|by|with|via|through|tried|let|had|have|tool|tools|model|ai)\b[^.;:!?\n]{0,24}|[:(,/&+]\s{0,3}|\b(?:and|or)\s)$/i
const strongBefore =
  /(?:\b(?:generated|written|created|made|built|drafted|authored|assisted|assistance|help|implemented|developed|coded|refactored|produced|prepared|collaboration|conjunction|done|pairing|prompted)\s+(?:entirely |mostly |partly )?(?:with|by|using|via|from|of|in|through)|\b(?:using|via|used|asked|prompted|with|by|(?:pr|pull request|patch) from))\s+(?:the\s+)?$/i
const after =
  /^(?:'s|’s)?(?:[ \n](?:wrote|writes|generated|suggested|helped|produced|implemented|drafted|created|did|made|was|is used|used|auto-?complete|tab|agent|ide|ai|cli|and i\b|to\b|for\b|with\b|assist|can|handled|added|fixed|changed|refactored|found|proposed|failed|kept|got|could|tried|initially|first|had|has|seems?|seemed|started|said|responded|claimed|explained|decided|went|just|actually|wanted|modified|spent|complied|completed|managed|struggled|refused|insisted|missed|forgot|messed|did not|didn't|does not|doesn't|v?\d)|[ \n]?[(:/,.;)]|[ \n]?$)/i
const lowerAfter =
  /^(?:$|[.,;:)!?(/&'’]|[ \n]?[–—]|[ \n]-[ \n]|[ \n](?:for|to|with|and|was|in this|in the|as|then|agent|ai|cli|on|v?\d))/i

const commonBefore = new RegExp(before.source.replace('|[:(,/&+]\\s{0,3}|\\b(?:and|or)\\s', ''), 'i')
const itemHead =
  /^\W*$|[,;&+|/(\n:•-][\s"'`*_]*$|\b(?:and|or|with|via|on|by|in|using|under|used|use|from)\s["'`*_]*$/i

/** In text known to name tools (a list item, a trailer's value): whether the atom is a name. */
export function isNameInItem(text: string, atom: Atom): boolean {
  if (atom.kind === 'reviewer' || (atom.kind === 'tool' && atom.weight === 'full')) return true
  const left = text.slice(Math.max(0, atom.start - 16), atom.start)
  if (atom.kind === 'model') return !atom.model.bare || isCapitalised(text, atom) || itemHead.test(left)
  if (looksLikePerson(text, atom)) return false
  const common = atom.weight === 'weak' && atom.tool.commonWord === true
  if (isCapitalised(text, atom) && !common) return true
  return itemHead.test(left) && (!common || endsLikeName(text, atom))
}

/**
 * In running prose: whether the atom is surely a name. `previous` and `next` are the atoms around it; `isKnown` tells
 * vendors whose tools the pull request is known to name.
 */
export function isNameInProse(
  text: string,
  atom: Atom,
  previous: Atom | null,
  next: Atom | null,
  isKnown: (vendor: string) => boolean,
): boolean {
  if (atom.kind === 'reviewer') return true
  if (isInsidePath(text, atom)) return false
  if (atom.kind === 'model') {
    if (!atom.model.bare) return isPlausibleModel(text, atom.start, atom.model.family.ordinary === true)
    if (previous?.kind === 'tool' && /^\s?[(:/]\s*$/.test(text.slice(previous.end, atom.start))) return true
    // "Claude Opus" names the family with its tier.
    if (/^claude[ -]/i.test(text.slice(atom.start, atom.end))) return true
    return (
      /^[A-Z]/.test(text.slice(atom.start)) &&
      bareBefore.test(text.slice(Math.max(0, atom.start - 40), atom.start))
    )
  }
  if (atom.tool.host) return next?.kind === 'model' && text.slice(atom.end, next.start).trim() === ':'
  if (atom.weight === 'full') return true
  if (looksLikePerson(text, atom)) return false
  return isNameInContext(text, atom, next) || isNamedBeside(text, atom, previous, next, isKnown)
}

/** A capitalised name of a tool known from elsewhere, or in one breath with another tool's. */
function isNamedBeside(
  text: string,
  atom: Atom & { kind: 'tool' },
  previous: Atom | null,
  next: Atom | null,
  isKnown: (vendor: string) => boolean,
): boolean {
  const known = isKnown(atom.tool.vendor)
  if (!isCapitalised(text, atom) && !(known && !atom.tool.commonWord)) return false
  if (productWord.test(text.slice(atom.end, atom.end + 24))) return false
  if (atom.tool.commonWord) return known && endsLikeName(text, atom)
  return (
    known ||
    (next?.kind === 'tool' && next.tool !== atom.tool && joint.test(text.slice(atom.end, next.start))) ||
    (previous?.kind === 'tool' &&
      previous.tool !== atom.tool &&
      joint.test(text.slice(previous.end, atom.start)))
  )
}

// "Driven by Fable", "with Opus": a tier without its version, where only an AI can stand.
const bareBefore =
  /\b(?:driven|found|written|generated|drafted|made|built|implemented|assisted|verified|produced|created) (?:\w+ )?(?:by|via|with|using) $/i
const joint = /^(?:, | and | or | \/ |\/| & | nor )$/

function isNameInContext(text: string, atom: Atom & { kind: 'tool' }, next: Atom | null): boolean {
  const left = text.slice(Math.max(0, atom.start - 60), atom.start)
  const right = text.slice(atom.end, atom.end + 24)
  const startsLine = /(?:^|\n)\s*(?:[-*•]|\d{1,2}[.)])?\s*$/.test(left)
  const common = atom.tool.commonWord === true
  if (!isCapitalised(text, atom)) {
    if (/^[a-z]/.test(atom.tool.name) && strongBefore.test(left)) return true
    if (common) return false
    return (
      (strongBefore.test(left) && lowerAfter.test(right)) ||
      (startsLine && /^ (?:for|to|was|with) /.test(right))
    )
  }
  if (atom.weight === 'proper') return true
  if (next?.kind === 'model' && /^[ \n]?(?:\(|:|\/|with |using )/.test(text.slice(atom.end, next.start)))
    return true
  if (common) return commonBefore.test(left) && endsLikeName(text, atom)
  if (productWord.test(right)) return false
  return before.test(left) || (startsLine && after.test(right)) || agentVerb.test(right)
}

const productWord = /^[ \n](?:position|movement|pagination|icon|style|size|shape|blink|API\b)/i
const agentVerb =
  /^[ \n](?:wrote|generated|suggested|helped|produced|implemented|drafted|created|auto-?complete|agent\b|tab\b|composer\b|and I\b|was used|messed|claimed|explained|decided|had|has|gave|chose|proposed|wasn['’]t|didn['’]t|did not|wanted|tried|insisted|kept|came up|got|went|picked|added|made)\b/i

/** A common word is a name when what follows ends it: a purpose, a version, punctuation. */
function endsLikeName(text: string, atom: Atom): boolean {
  return /^(?:$|[.,;:)(/&+@]|[ \n](?:for|with|and|&|was|were|v?\d|\(|on|in|to help|as|using|—|–|-) ?|[ \n]\()/.test(
    text.slice(atom.end, atom.end + 12),
  )
}

function isCapitalised(text: string, atom: Atom): boolean {
  return /[A-Z]/.test(text[atom.start] ?? '')
}

/** `Claude Dupont`, `Jean-Claude`, `Devin's mother`: a first name with a surname or another first name. */
function looksLikePerson(text: string, atom: Atom): boolean {
  if (atom.kind !== 'tool' || !atom.tool.firstName || atom.weight === 'full') return false
  if (
    /\b(?:Jean|Marie|Van|von|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Prof\.?)[ -]$/.test(
      text.slice(Math.max(0, atom.start - 7), atom.start),
    )
  )
    return true
  const surname = /^ ([A-Z][a-zà-ÿ'-]{2,})/.exec(text.slice(atom.end, atom.end + 30))?.[1]
  return (
    surname !== undefined &&
    !/^(?:Code|Desktop|Max|Pro|Plus|Free|Team|Agent|Bot|Web|Chat|App|Project|Projects|Artifacts|Skill|Skills|Opus|Sonnet|Haiku|Fable|Flash|Ultra|Advanced|Live|Deep|Experimental|Using|With|For|And|Via|Review|Session|Extended|Assistant|Model)$/.test(
      surname,
    )
  )
}

/** `.github/copilot-instructions.md`, `codex/fix-1`, `@claude`: part of a path, a branch, an address. */
function isInsidePath(text: string, atom: Atom): boolean {
  if (atom.kind === 'model')
    return (
      /[/@#._\\-]$/.test(text.slice(Math.max(0, atom.start - 1), atom.start)) &&
      !/[\s(]\/$/.test(text.slice(Math.max(0, atom.start - 2), atom.start))
    )
  const left = text.slice(Math.max(0, atom.start - 2), atom.start)
  // A domain, as in `https://opencode.ai`.
  if (left === '//' && /\.[a-z]{2,3}$/.test(text.slice(atom.start, atom.end))) return false
  if (/[/@#._\\-]$/.test(left) && !/[\s\w]\/$|\s-$/.test(left)) return true
  if (/\w\/$/.test(left) && !isCapitalised(text, atom)) return true
  const right = text.slice(atom.end, atom.end + 14)
  if (/^(?:[\\_@]|\.[a-z]|\/[a-z])/.test(right)) return true
  return (
    /^-[a-z]/i.test(right) &&
    !/^-(?:generated|assisted|based|powered|written|authored|created|driven|ai|agent|suggested)/i.test(right)
  )
}

/** `opus 1.5` and `phi 4` may be a codec and an angle; `-o3` is a compiler flag. */
function isPlausibleModel(text: string, start: number, ordinary: boolean): boolean {
  if (/^o\d/i.test(text.slice(start, start + 2)))
    return /^o/.test(text[start] ?? '') && !/[-=]$/.test(text.slice(Math.max(0, start - 1), start))
  if (!ordinary) return true
  const written = text.slice(start, start + 24)
  return /^[A-Z]/.test(written)
    ? !/^(?:Opus|Sonnet|Haiku)[ -]?[0-2]/.test(written)
    : /^(?:opus|sonnet|haiku|fable)[ -]?[3-9]/.test(written)
}
