// What a policy says about training on its records.

export const consentWords = ['yes', 'no', 'unset'] as const

export interface PolicyConsent {
  /** `unreadable`: the policy may refuse, but cannot be read. */
  training: (typeof consentWords)[number] | 'unreadable'
  /** What for, as the policy words it; null without a limit. */
  scope: string | null
}

export const unreadableConsent: PolicyConsent = { training: 'unreadable', scope: null }

/** `base` with what a file says over it, but a no stays a no. */
export function mergeConsent(base: PolicyConsent, file: Partial<PolicyConsent> = {}): PolicyConsent {
  const { training = base.training } = file
  return { training: base.training === 'no' ? 'no' : training, scope: file.scope ?? base.scope }
}
