// One thing wrong with a policy file, in words for the person who wrote it.

export interface PolicyProblem {
  /** The file as the user knows it, such as `.github/ai-worklog.yml`. */
  file: string
  /** From 1. */
  line: number
  /** From 1. */
  column: number
  /** What is wrong, what was expected, and the remedy; values in backticks. */
  message: string
}
