// What the options of a build may be, whoever reads them: the command line says `--since`, the action `since`.

export interface OptionRule<T> {
  /** What is allowed, to go after “must be”. */
  expected: string
  /** Null for anything else. */
  parse(text: string): T | null
}

export const repositoryRule: OptionRule<string> = {
  expected: '`owner/name`',
  parse: (text) => (/^(?!\.)[\w.-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}$/.test(text) ? text : null),
}

/** The login of an organisation or a user. */
export const organizationRule: OptionRule<string> = {
  expected: 'the login of an organisation or a user',
  parse: (text) => (/^\w[\w-]{0,99}$/.test(text) ? text : null),
}

/** What is no expression would stand for a licence that nobody gave. */
export const licenseRule: OptionRule<string> = {
  expected: 'an SPDX expression such as `MIT`',
  parse: (text) => (/^[A-Za-z0-9(][\w.+() -]{0,199}$/.test(text) ? text : null),
}

/** Gives ISO 8601 in UTC. */
export const timeRule: OptionRule<string> = {
  expected: 'a date or a UTC time such as `2026-01-31T12:00:00Z`',
  parse(text) {
    const isTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z)?$/.test(text)
    const time = isTime ? Date.parse(text) : Number.NaN
    return Number.isNaN(time) ? null : new Date(time).toISOString()
  },
}

/** Of `keep-days` and `tool-age-days`. */
export const mostDays = 36_500

export function wholeNumberRule(least: number, most: number): OptionRule<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    parse(text) {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
      return value >= least && value <= most ? value : null
    },
  }
}

export function choiceRule<T extends string>(allowed: readonly T[]): OptionRule<T> {
  return {
    expected: `one of ${allowed.map((choice) => `\`${choice}\``).join(', ')}`,
    parse: (text) => allowed.find((choice) => choice === text) ?? null,
  }
}
