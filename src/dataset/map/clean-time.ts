// Times from outside, in the one form that every reader of the tables takes.

const form =
  /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.(\d{1,9}))?(?:(Z)|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/

/** `text` as ISO 8601 in UTC with at most microseconds; null when it is no time of the years 1 to 9999. */
export function cleanTime(text: string): string | null {
  const [, year, month, day, fraction, utc] = form.exec(text) ?? []
  if (year === undefined || year === '0000' || !isDay(Number(year), Number(month), Number(day))) return null
  if (utc && (fraction?.length ?? 0) <= 6) return text
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) return null
  const iso = time.toISOString()
  // Years before 1 and after 9999 have a sign.
  return iso.length === 24 && !iso.startsWith('0000') ? iso : null
}

/** `Date.parse` takes the 31st of February for a day in March. */
function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate()
}
