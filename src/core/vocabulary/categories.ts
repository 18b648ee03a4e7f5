// The closed list of failure and correction categories. Data only.

/** In the record, null unless the author states one of these. */
export const categories = [
  'hallucinated_api',
  'wrong_context',
  'misread_requirement',
  'incomplete',
  'test_failure',
  'build_failure',
  'runtime_error',
  'regression',
  'security',
  'performance',
  'style',
  'over_engineering',
  'unwanted_dependency',
  'unsafe_command',
  'tool_misuse',
  'environment',
  'other',
] as const

export type Category = (typeof categories)[number]
