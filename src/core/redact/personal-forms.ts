// Tells numbers that identify someone from versions, dates and identifiers.

/** IPv4 addresses but those of this machine, of documentation (RFC 5737) and what is a version in its context. */
export function isPublicOrPrivateIpv4(value: string, before: string): boolean {
  const parts = value.split('.').map(Number)
  if (parts.some((part) => part > 255)) return false
  const [a = 0, b = 0, c = 0] = parts
  if (a === 0 || a === 127 || a >= 224) return false
  if (
    (a === 192 && b === 0 && c === 2) ||
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113)
  )
    return false
  if (isVersionContext(before)) return false
  // `10.0.0.1` is an address, `1.4.0.2` and `23.7.0.0` may well be versions.
  return a === 10 || (parts.some((part) => part > 31) && !value.endsWith('.0.0'))
}

// `Chrome/120.0.0.0`, `v1.2.3.40`, `pkg==1.2.3.40`, `from 4.0.30.1 to`, `version 1.2.3.40`.
function isVersionContext(before: string): boolean {
  return /(?:[A-Za-z]\/|\bv|[=~^><]=|[~^]|\b(?:version|versions|ver|release|bumps?|upgrades?|v)[:=\s"'`]{0,3}|\w-)$/i.test(
    before,
  )
}

/** IPv6 addresses but `::1`, `::` and those of documentation (RFC 3849). Times, ratios and C++ names are none. */
export function isIpv6(value: string): boolean {
  const halves = value.split('::')
  if (halves.length > 2 || /:::|^:[^:]|[^:]:$/.test(value)) return false
  const groups = value.split(':').filter(Boolean)
  if (halves.length === 1 ? groups.length !== 8 : groups.length > 7) return false
  if (/^2001:0?db8:/i.test(value) || groups.length < 3) return false
  return /\d/.test(value) && groups.some((group) => group.length >= 3)
}

/** Numbers of 10 to 15 digits; without a plus sign or brackets only behind a word for a telephone, or in dashes. */
export function isPhone(value: string, before: string): boolean {
  const digits = value.replace(/\D/g, '')
  if (digits.length < 9 || digits.length > 15 || /^(\d)\1+$/.test(digits)) return false
  if (/^\+/.test(value)) return digits.length >= 10 || /[ .-]/.test(value)
  if (/^(?:1[ .-])?\(|^(?:1[ .-])?[2-9]\d{2}[.-][2-9]\d{2}[.-]/.test(value)) return true
  return /(?:phone|tel|call|mobile|cell|fax|whatsapp|sms|text)\W{0,3}(?:me|us|number|no\.?)?\W{0,4}(?:is |at |on )?$/i.test(
    before,
  )
}

/** Payment cards: the issuer's first digits are in the pattern, the last one checks the others (Luhn). */
export function isCard(value: string): boolean {
  const digits = value.replace(/\D/g, '')
  if (/^(\d)\1+$/.test(digits)) return false
  let sum = 0
  for (const [index, sign] of [...digits].reverse().entries()) {
    const digit = Number(sign) * (index % 2 === 1 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
