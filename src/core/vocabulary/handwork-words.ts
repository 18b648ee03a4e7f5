// What a human does to an AI's work. Data only, lower case.

/** Base form, past forms (joined by `|`), and the form in -ing. */
type Verb = readonly [base: string, past: string, gerund: string]

/** What changes a work that is there. */
export const changeVerbs: readonly Verb[] = [
  ['adjust', 'adjusted', 'adjusting'],
  ['amend', 'amended', 'amending'],
  ['change', 'changed', 'changing'],
  ['clean', 'cleaned', 'cleaning'],
  ['correct', 'corrected', 'correcting'],
  ['curate', 'curated', 'curating'],
  ['delete', 'deleted', 'deleting'],
  ['edit', 'edited', 'editing'],
  ['finish', 'finished', 'finishing'],
  ['fix', 'fixed', 'fixing'],
  ['hand-edit', 'hand-edited', 'hand-editing'],
  ['improve', 'improved', 'improving'],
  ['modify', 'modified', 'modifying'],
  ['polish', 'polished', 'polishing'],
  ['redo', 'redid|redone', 'redoing'],
  ['refactor', 'refactored', 'refactoring'],
  ['remove', 'removed', 'removing'],
  ['rename', 'renamed', 'renaming'],
  ['reorganise', 'reorganised|reorganized', 'reorganising'],
  ['replace', 'replaced', 'replacing'],
  ['restructure', 'restructured', 'restructuring'],
  ['revert', 'reverted', 'reverting'],
  ['rework', 'reworked', 'reworking'],
  ['rewrite', 'rewrote|rewritten|re-wrote|re-written', 'rewriting'],
  ['simplify', 'simplified', 'simplifying'],
  ['supplement', 'supplemented', 'supplementing'],
  ['tighten', 'tightened', 'tightening'],
  ['touch', 'touched', 'touching'],
  ['trim', 'trimmed', 'trimming'],
  ['tweak', 'tweaked', 'tweaking'],
]

/** What makes work rather than changes it: a correction only when it was done by hand. */
export const makeVerbs: readonly Verb[] = [
  ['complete', 'completed', 'completing'],
  ['convert', 'converted', 'converting'],
  ['copy', 'copied', 'copying'],
  ['implement', 'implemented', 'implementing'],
  ['merge', 'merged', 'merging'],
  ['move', 'moved', 'moving'],
  ['paste', 'pasted', 'pasting'],
  ['patch', 'patched', 'patching'],
  ['port', 'ported', 'porting'],
  ['resolve', 'resolved', 'resolving'],
  ['restore', 'restored', 'restoring'],
  ['switch', 'switched', 'switching'],
  ['update', 'updated', 'updating'],
  ['write', 'wrote|written', 'writing'],
]

/** Changes told without such a verb; parts of a pattern. */
export const changePhrases: readonly string[] = [
  '\\bwith (?:some|a few|several|minor|small|\\d+|additional|further|light|heavy|many)(?: \\w+){0,2} (?:changes|edits|tweaks|fix(?:es)?|clean-?up|modifications|adjustments|corrections) (?:from|by) (?:me|us|myself)\\b',
  '\\b(?:made|did|added) (?:a few|some|several|many|\\w+) (?:of my own|own) (?:tweaks|changes|edits|fixes|adjustments)\\b',
  '(?:^|[\\s(])(?:i|we)(?: \\w+)? did (?:some|a little|a bit of|minor) (?:\\w+ )?(?:clean-?up|refactoring|polish\\w*|editing)\\b',
  "(?:^|[\\s(,])(?:i|we|i've|we've)(?: \\w+){0,4} made (?:(?!the\\b)\\w+ ){0,4}(?:changes|edits|adjustments|corrections|modifications|tweaks|fixes|deletions)\\b",
  '\\b(?:and|,) made (?:(?!the\\b)\\w+ ){0,4}(?:changes|edits|adjustments|corrections|modifications|tweaks|fixes|deletions)\\b',
  '(?:^|[\\s(])(?:i|we) (?:\\w+ )?(?:ended up (?:tweaking|editing|rewriting|changing|fixing|refactoring|simplifying|modifying)|iterated on)\\b',
  '\\b\\d+ (?:\\w+ )?(?:fix|fixes|edits?|changes?|tweaks?) (?:from|by) me\\b',
]

/** What a human does with an AI's work that changes nothing of it; part of a pattern. */
export const reviewVerbs =
  '(?:review|verif|test|check|inspect|validat|went|confirm|audit|read|look|ensur|debug|investigat|hunt|consult)'
