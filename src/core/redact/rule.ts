// The form of a redaction rule: data only. Patterns run in linear time: no nested quantifiers.

export interface RedactionRule {
  id: string
  /** One of these, in lower case, must stand in the text before the pattern is tried. */
  hints: readonly string[]
  /** Global. A group named `secret` is what is taken out; without one, the whole match. */
  pattern: RegExp
  /** Says whether the value is worth taking out; default always. */
  accepts?: (value: string) => boolean
}
