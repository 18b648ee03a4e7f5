// Whether a masked sentence tells that a human changed an AI's work. Verbs are marked word by word first, so that the
// patterns stay small: `ª` follows a verb of change in the past, `º` its other forms, `¹` a verb of making.

import { changePhrases, changeVerbs, makeVerbs, reviewVerbs } from '../../vocabulary/handwork-words.ts'

/** Whether `masked` says so; `isAboutAi` when what it speaks of is known to be an AI's. */
export function tellsHandwork(masked: string, isAboutAi: boolean): boolean {
  const mayTell = byHandWords.test(masked)
  if (!mayTell && !isAboutAi) return false
  if (noHandwork.test(masked)) return false
  const text = masked.replace(/[a-z]+(?:-[a-z]+)*/g, mark)
  if (mayTell && (byHand.test(text) || isHandmade.test(text) || opensByHand.test(text))) return true
  return isAboutAi && ((text.includes('ª') && changed.test(text)) || bringsChanges.test(masked))
}

function mark(word: string): string {
  return `${word}${forms.get(word) ?? ''}`
}

const forms = new Map([
  ...makeVerbs.flatMap((verb) => formsOf(verb).map((form) => [form, '¹'] as const)),
  ...changeVerbs.flatMap((verb) =>
    formsOf(verb).map((form) => [form, verb[1].split('|').includes(form) ? 'ª' : 'º'] as const),
  ),
])

function formsOf([base, past, gerund]: readonly [string, string, string]): string[] {
  return [base, ...past.split('|'), gerund]
}

const byHandWords =
  /\bmanual|\bhand|\bmyself\b|\bourselves\b|\bhad to\b|\bended up\b|\bby (?:me|a human|the author|us)\b/
const noHandwork =
  /\b(?:no|without|any|zero) (?:\w+ ){0,2}(?:manual|hand)|\bnot? (?:\w+ ){0,3}(?:manually|by hand)\b/

const verb = '[a-z-]+[ªº¹]'
const past = '[a-z-]+ª'
const person = `(?:^|[\\s(])(?:i|we|i've|we've|i'll|i'd)(?![\\w'])`
const self = '(?:manually|by hand|myself|ourselves)\\b'
const review = `(?! (?:and )?${reviewVerbs})`
const byHand = new RegExp(
  `${person}(?:(?!${reviewVerbs})[^.;]){0,80}?${verb} (?:(?!${reviewVerbs})\\S+ ){0,8}?${self}${review}` +
    `|${person}[^.;]{0,60}?\\b(?:manually|by hand|hand)[- ](?:then |also |went in and )?${verb}` +
    `|${person} (?:had to|ended up) (?:\\w+ ){0,2}${verb}` +
    `|\\bbut (?:then )?(?:i )?had to ${verb}` +
    `|\\b(?:so|and|then) (?:just )?${verb} (?:\\S+ ){0,4}${self}${review}` +
    '|\\bdid (?:this|it|that|these|the rest|everything) (?:manually|by hand|myself)\\b' +
    '|\\b(?:a few|some|several|minor|small|plus|with|additional|further|light|heavy|many)(?: \\w+)? (?:manual|hand|human)[- ](?:tweaks?|edits?|changes|fixes|adjustments?|corrections?|clean-?ups?|modifications?|touch-?ups?)',
)
const isHandmade = new RegExp(
  `(?:is|was|were|are|has been|have been) (?:\\S+,? (?:and )?){0,4}?(?:manually ${past}|manually written|hand-?${past}|${past}(?:,? (?:and )?\\S+){0,2} (?:manually|by hand|by me|by a human|by the author|by myself))`,
)
const opensByHand = new RegExp(
  `^\\W*(?:manually|hand-) ?${verb}|^\\W*${verb}[^.;:]{0,80}\\b(?:manually|by hand|myself)\\W*$`,
)

const between =
  '(?: (?:then|also|later|afterwards|subsequently|have|had|to|did|manually|further|heavily|slightly|just|only|and|it|the|code|output|result|everything|always|mostly|really|quite|reviewed,?|read|checked|tested,?|validated|went through))'
const changed = new RegExp(
  `${person}${between}{0,7} ${past}` +
    `|(?:,|\\band|\\bthen) (?:\\w+ly )?${past} by (?:me|us|myself|hand|a human|the author|@\\w)` +
    `|${person}[^.;]{0,80}\\b(?:reviewed|checked|read|tested|validated|(?:went|gone) (?:over|through))\\b[^.;]{0,60}?(?:,|\\band\\b) (?:then )?(?:\\w+ly )?${past}` +
    `|^[^§]*(?:\\band|\\bthen|,) (?:i )?(?:then )?${past} (?:it|em|all|them|that|this|the (?:code|output|result|generated \\w+)) `,
)
const bringsChanges = new RegExp(changePhrases.join('|'))
