// Finds the commits that a shell command made, in what Git says about them.

/** Such as `[main a20c5bf] Add sum` and `[main (root-commit) a20c5bf] Start`. */
const commitLine = /^\[[^\]\n]{1,250} ([0-9a-f]{7,64})\] /gm
const mostCommits = 100

/** The SHAs that the output of `command` names as made, abbreviated as Git does; none when it does not run Git. */
export function findCommits(command: string | null, output: string | null): string[] {
  return command === null || output === null || !/\bgit\b/.test(command) ? [] : findCommitLines(output)
}

/** As {@link findCommits}, whatever ran: for scripts and tools that commit. Each once. */
export function findCommitLines(output: string): string[] {
  const commits = new Set<string>()
  for (const [, sha = ''] of output.matchAll(commitLine)) {
    if (commits.size === mostCommits) break
    commits.add(sha)
  }
  return [...commits]
}
