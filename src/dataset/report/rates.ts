// Numbers in words, so that a small count never looks like a finding.

/** Below this many there is no percentage: it would say more than the numbers do. */
export const smallCount = 10

/** With thousands apart: `3,416`. */
export function formatCount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `12 (35 %)`, and `5 of 6` when `total` is small. For what was counted, not for what is inferred from it. */
export function formatShare(part: number, total: number): string {
  if (total < smallCount) return `${formatCount(part)} of ${formatCount(total)}`
  return `${formatCount(part)} (${formatPercent(part, total)})`
}

/**
 * `61 % of 58 (48–72 %)`: a rate with its Wilson interval, for rates that readers will compare. `5 of 6` when `total` is
 * small, and `–` when it is 0.
 */
export function formatRate(part: number, total: number): string {
  if (total === 0) return '–'
  if (total < smallCount) return `${formatCount(part)} of ${formatCount(total)}`
  const [low, high] = wilsonInterval(part, total)
  // Outwards, so that the range never says more than is known.
  const range = `${Math.floor(low * 100)}–${Math.ceil(high * 100)} %`
  return `${formatPercent(part, total)} of ${formatCount(total)} (${range})`
}

/** The 95 % interval of Wilson, from 0 to 1. It holds for small numbers and for rates near 0 and 1, too. */
export function wilsonInterval(part: number, total: number): [low: number, high: number] {
  const z = 1.959964
  const rate = part / total
  const spread = z * Math.sqrt((rate * (1 - rate)) / total + z ** 2 / (4 * total ** 2))
  const centre = rate + z ** 2 / (2 * total)
  const scale = 1 + z ** 2 / total
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)]
}

/** Whole percent; something is never `0 %` and less than all never `100 %`. */
function formatPercent(part: number, total: number): string {
  const percent = Math.round((100 * part) / total)
  if (percent === 0 && part > 0) return '<1 %'
  if (percent === 100 && part < total) return '>99 %'
  return `${percent} %`
}

/** `1 pull request`, `2 pull requests`. */
export function formatNumberOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`
}
