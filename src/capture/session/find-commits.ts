// Finds the commits that a shell command made, in what Git says about them.

/** Such as `[main a20c5bf] Add sum` and `[main (root-commit) a20c5bf] Start`. */
const commitLine = /^\[[^\]\n]{1,250} ([0-9a-f]{7,40})\] /gm

/** The SHAs that the output of `command` names as made, abbreviated as Git does; none when it does not run Git. */
export function findCommits(command: string | null, output: string | null): string[] {
  if (command === null || output === null || !/\bgit\b/.test(command)) return []
  return [...output.matchAll(commitLine)].flatMap(([, sha]) => (sha === undefined ? [] : [sha])).slice(0, 100)
}
