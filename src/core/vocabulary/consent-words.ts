// How people say whether a record may be used for training. Data only. Every form names consent or the record itself:
// nothing that a change may be about by chance is one.

import type { FieldLabels } from './field-labels.ts'

/** Labels and titles, with spaces for hyphens. */
export const consentLabels = {
  training: [
    'training consent',
    'ai training consent',
    'model training consent',
    'consent to training',
    'consent to train',
    'consent for training',
    'consent to ai training',
    'consent to model training',
    'consent (training)',
    'use this record for training',
    'record may be used for training',
    'this record may be used for training',
    'einwilligung zum training',
    'einwilligung zum ki training',
    'trainingseinwilligung',
    "consentement à l'entraînement",
    "consentement pour l'entraînement",
    'consentimiento de entrenamiento',
    'consentimiento para entrenamiento',
    'consentimiento para el entrenamiento',
    'consentimento de treinamento',
    'consentimento para treinamento',
    "consenso all'addestramento",
    'toestemming voor training',
    'согласие на обучение',
    '训练同意',
    '同意用于训练',
    '訓練同意',
    '学習への同意',
    '学習利用の同意',
    '학습 동의',
    '학습 이용 동의',
  ],
  scope: ['training consent scope', 'consent scope', 'scope of consent'],
} as const satisfies FieldLabels

/** Answers, as their first words; the longest first. `readYesNo` knows more. */
export const consentAnswers: readonly (readonly ['yes' | 'no' | null, RegExp])[] = [
  [null, /^n\s?\/\s?a\b/],
  [null, /^(?:unset|unknown|undecided|not (?:yet )?(?:asked|decided|sure)|maybe|ask me|done)\b/],
  [
    'no',
    /^(?:no consent|not (?:given|granted|allowed)|refused|denied|declined|withheld|i (?:do not|don't|refuse|object|decline))\b/,
  ],
  ['yes', /^(?:given|granted|agreed|allowed|i (?:do|agree|consent)|sim|sì)(?![\p{L}\p{N}])/u],
  ['yes', /^(?:はい|同意します|同意する|同意|예|네|동의합니다|동의)(?![\p{L}\p{N}])/u],
  ['no', /^(?:não|nee|いいえ|不同意|同意しません|同意しない|아니오|아니요)(?![\p{L}\p{N}])/u],
]

/** What limits a yes to a purpose, in the words after it; anything else makes it no plain yes. */
export const scopeStarts =
  /^(?:only |but only |limited to |solely |restricted to )?(?:for|to|within|in|by|für|pour|para|per|voor)\b/i

/** Words with which a yes is none, or not for now. */
export const reservations =
  /\b(?:no|not|never|none|except|but(?! only)|unless|if|until|when|without|however|excluding|kein\w*|nicht|außer|wenn|sauf|pas|excepto|salvo|niet)\b|n['’]t\b|\?/i

/** What a box says that gives consent when it is ticked. */
export const consentSentences: readonly RegExp[] = [
  /\b(?:i|we) (?:hereby )?(?:consent|agree|give (?:my |our )?(?:consent|permission)|allow|permit)\b[^.;]{0,60}\b(?:record|worklog|work log)\b[^.;]{0,60}\btrain(?:ing)?\b/i,
  /\b(?:i|we) (?:hereby )?(?:consent|agree|give (?:my |our )?(?:consent|permission)|allow|permit)\b[^.;]{0,60}\btrain(?:ing)?\b[^.;]{0,60}\b(?:record|worklog|work log)\b/i,
  /\b(?:record|worklog|work log)\b[^.;]{0,40}\b(?:may|can) be used\b[^.;]{0,40}\btrain(?:ing)?\b/i,
]

/** What says that there is no consent: a box when it is ticked, or a line of its own. */
export const refusalSentences: readonly RegExp[] = [
  /\b(?:i|we) (?:do not|don['’]t|cannot|can['’]t|will not|won['’]t|refuse to|decline to) (?:\w+ ){0,2}(?:consent|agree|give (?:my |our )?(?:consent|permission)|allow|permit)\b[^.;]{0,100}\btrain(?:ing)?\b/i,
  /\b(?:i|we) (?:object|withhold (?:my |our )?consent)\b[^.;]{0,100}\btrain(?:ing)?\b/i,
  /\b(?:record|worklog|work log)\b[^.;]{0,40}\b(?:may|can|must|should|shall) ?not be used\b[^.;]{0,40}\btrain(?:ing)?\b/i,
  /\b(?:do not|don['’]t|never) use (?:this|the|my) (?:record|worklog|work log)\b[^.;]{0,40}\btrain(?:ing)?\b/i,
]
