// Texts that try to leave a literal of Python.

export const hostileTexts: readonly string[] = [
  '',
  '"',
  '\\',
  '\\"',
  '"""',
  "'''",
  '"); import os; os.abort(); ("',
  '\\" + __import__("os").abort() + "',
  'a\r\nb\rc\u2028d\u2029e\u0085f\u000Cg\u000Bh',
  '\u0000\u001B[31m\u007F',
  '{x} %s $y #z',
  'ü 漢 \u{1F600}\u200D',
  '\uD800',
]
