// The command line that an agent's settings run before a shell command.

/**
 * For a POSIX shell. It starts Node only when the command speaks of `gh` and `pr`, takes ai-worklog only from where it
 * is installed (`--offline`: nothing is asked of a registry), and ends well whatever happens, so that it never blocks by failing.
 */
export function createHookCommand(agent: string): string {
  const run = `npx --no-install --offline ai-worklog hook ${agent} 2>/dev/null`
  return `in=$(cat); case $in in *gh*' pr '*) printf %s "$in" | ${run} || :;; esac; exit 0`
}

/** As `createHookCommand`, for an agent that takes only the exit code 2 for a refusal, with its reason on stderr. */
export function createExitCodeCommand(agent: string): string {
  const run = `npx --no-install --offline ai-worklog hook ${agent} || [ $? -ne 2 ] || exit 2`
  return `in=$(cat); case $in in *gh*' pr '*) printf %s "$in" | ${run};; esac; exit 0`
}

/** For PowerShell. Copilot refuses a call whose hook fails, so nothing that fails may end it. */
export function createPowershellCommand(agent: string): string {
  const run = `npx --no-install --offline ai-worklog hook ${agent} 2>$null`
  return `try { $in = [Console]::In.ReadToEnd(); if ($in -match 'gh.* pr ') { $in | ${run} } } catch { }; exit 0`
}
