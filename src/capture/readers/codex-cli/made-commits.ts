// Finds the commits that a command made, by the line that `git commit` prints.

const mostCommits = 50

/** Abbreviated SHAs in `output`, such as of `[main 1a2b3c4] Fix it`, each once. */
export function madeCommits(output: string): string[] {
  const commits = new Set<string>()
  for (const [, sha = ''] of output.matchAll(/^\[[^\]\n]{1,250} ([0-9a-f]{7,64})\] /gm)) {
    if (commits.size < mostCommits) commits.add(sha)
  }
  return [...commits]
}
