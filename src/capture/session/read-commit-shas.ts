// Reads which commits a command made, from what `git commit` printed.

const made = /^\[[^\]\n]{1,200}? ([0-9a-f]{7,40})\] /gm

/** Abbreviated SHAs that `output` of `command` names as made; none when the command does not commit. */
export function readCommitShas(command: string, output: string): string[] {
  if (!/\bgit\b[^\n|;&]{0,200}?\b(?:commit|merge|cherry-pick|revert|rebase|am)\b/.test(command)) return []
  return [...new Set([...output.slice(0, 100_000).matchAll(made)].map((match) => match[1] ?? ''))].slice(
    0,
    50,
  )
}
