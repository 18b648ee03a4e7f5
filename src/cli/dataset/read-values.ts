// Values that several commands of `dataset` read, and what stands for one that is not given.

import { type OptionRule, timeRule, wholeNumberRule } from '../../dataset/build/option-rules.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Arguments } from '../read-arguments.ts'

export const defaultStore = './ai-worklog-store'

/** The value of option `name` as a whole number; null when it is not given. */
export function readWhole(parsed: Arguments, name: string, least: number, most: number): number | null {
  return readByRule(parsed, name, wholeNumberRule(least, most))
}

/** The value of option `name` as ISO 8601 in UTC; null when it is not given. */
export function readTime(parsed: Pick<Arguments, 'values'>, name: string): string | null {
  return readByRule(parsed, name, timeRule)
}

export function readByRule<T>(
  { values }: Pick<Arguments, 'values'>,
  name: string,
  rule: OptionRule<T>,
): T | null {
  const text = values[name]?.at(-1)
  if (text === undefined) return null
  const value = rule.parse(text)
  if (value === null) throw new UsageError(`\`--${name}\` must be ${rule.expected}, got \`${text}\``)
  return value
}
