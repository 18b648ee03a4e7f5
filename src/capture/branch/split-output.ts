// What Git prints, in parts.

/** `output` without the newline that ends it. A path may hold any other. */
export function withoutNewline(output: string): string {
  return output.replace(/\r?\n$/, '')
}

/** What stands between the NULs of `output`; those that are empty too. */
export function splitAtNul(output: string): string[] {
  const parts = output.split('\0')
  if (parts.at(-1) === '') parts.pop()
  return parts
}
