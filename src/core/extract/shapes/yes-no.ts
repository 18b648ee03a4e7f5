// Yes and no as people answer a question with them.

/** True for yes, false for no, null when `text` starts with neither or with both. */
export function readYesNo(text: string): boolean | null {
  const head = text
    .trim()
    .toLowerCase()
    .replace(/^(?:[^\p{L}\p{N}])+/u, '')
  if (/^yes\s*(?:\/|or|\|)\s*no\b/.test(head)) return null
  if (/^(?:yes|y|yep|yeah|true|done|ja|oui|sí|si|да|是)(?![\p{L}\p{N}])/u.test(head)) return true
  if (/^(?:no|n|nope|not|none|false|nein|non|нет|否)(?![\p{L}\p{N}])/u.test(head)) return false
  return null
}
