// Characters that no table can hold: Parquet wants UTF-8, and DuckDB and Spark end a text at NUL.

/** `text` without NUL, and with U+FFFD for each half of a surrogate pair. */
export function cleanText(text: string): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '') : text
  return whole.isWellFormed() ? whole : whole.toWellFormed()
}
