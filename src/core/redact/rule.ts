// The form of a redaction rule: data only. Patterns run in linear time: no nested quantifiers, every repeat in front of
// what decides is bounded.

export interface RedactionRule {
  /** Names the mark, `[REDACTED:<id>-1]`; of a rule for several kinds, by the value. */
  id: string | ((value: string) => string)
  /** `secret` lets others act in someone's name; `personal` tells who someone is. */
  kind: 'secret' | 'personal'
  /** One of these, in lower case, must stand in the text before the pattern is tried; none: always. */
  hints: readonly string[]
  /** False only when the pattern cannot match: asked before it is tried, and faster. Default true. */
  mayMatch?: (text: string) => boolean
  /** Global. A group named `secret` is what is taken out; without one, the whole match. */
  pattern: RegExp
  /**
   * Says whether `value` is worth taking out; default always. `before` is up to 40 characters that stand in front of it.
   */
  accepts?: (value: string, before: string) => boolean
}
