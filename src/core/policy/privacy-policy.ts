// What a record must leave out. A policy can only be made stricter by another that is laid over it.

export const promptPrivacies = ['full', 'length', 'omit'] as const
export const authorPrivacies = ['login', 'omit'] as const

export interface Privacy {
  /** `length` leaves out the texts, `omit` also how long they are. */
  prompts: (typeof promptPrivacies)[number]
  author: (typeof authorPrivacies)[number]
}

/** For a policy that may ask for anything, because it cannot be read. */
export const strictestPrivacy: Privacy = { prompts: 'omit', author: 'omit' }

/** The stricter of both in each part. */
export function mergePrivacy(a: Privacy, b: Partial<Privacy> = {}): Privacy {
  return {
    prompts: later(promptPrivacies, a.prompts, b.prompts),
    author: later(authorPrivacies, a.author, b.author),
  }
}

function later<T>(order: readonly T[], a: T, b: T | undefined): T {
  return b !== undefined && order.indexOf(b) > order.indexOf(a) ? b : a
}
