// Version numbers of a dataset: three whole numbers, no prerelease.

const pattern = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/

/** Whether `text` is one, such as `1.2.0`; then it is safe as a name of a folder, too. */
export function isVersion(text: string): boolean {
  return pattern.test(text)
}

/** Order of versions: under 0 when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
