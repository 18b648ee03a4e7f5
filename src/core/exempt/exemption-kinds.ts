// The kinds of exemptions, as the record names them. Data only.

export const exemptionKinds = [
  'bot',
  'author',
  'association',
  'permission',
  'team',
  'label',
  'branch',
  'path',
  'size',
  'before',
  'draft',
  'override',
] as const
