// Text that stands in a template to be replaced: never an answer. Data only.

/** Each pattern is tried on a whole line of plain text. Linear: none repeats inside a repetition. */
export const placeholders: readonly RegExp[] = [
  /^<[^<>]*>$/,
  /^\{[^{}]*\}$/,
  /^\[[^[\]]*\]$/,
  /^(?:e\.g\.|eg:|for example:|example:|i\.e\.)/i,
  /^(?:\.{2,}|…|_+|-+|\?+)$/,
  /^(?:tbd|tba|todo|to do|to be (?:filled|completed|added)|fill (?:me|this) in|fill in|xxx)\b[\s.:…!]*$/i,
  /^(?:please )?(?:describe|list|explain|specify|mention|paste|provide|enter|write|replace|delete)\b[^.]{0,160}\b(?:here|below|above|this (?:section|text|line|part|placeholder|field|paragraph)|section|if (?:any|none|applicable)|used)\b[^.]{0,80}[.:)]?$/i,
  /^(?:please )?(?:replace|delete|remove) this\b[^.]{0,120}[.:)]?$/i,
  /^(?:unavailable|unknown)\s*\/\s*(?:unavailable|unknown)$/i,
  /^yes\s*\/\s*no$/i,
]
