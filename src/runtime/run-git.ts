// Runs git in a repository that may be hostile: nothing that its configuration names is run, nothing is fetched, no page is shown.

import { spawn } from 'node:child_process'

/** What a repository's configuration can make git run, switched off. What `-c` says wins over what the repository says. */
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.sshCommand=false',
  'core.alternateRefsCommand=',
  'diff.external=',
  'gpg.program=false',
  'log.showSignature=false',
  'log.mailmap=false',
  'protocol.allow=never',
]

export interface GitOutput {
  chunks: AsyncIterable<Buffer>
  /** Resolves when git has ended well, rejects with what it says. */
  ended: Promise<void>
}

/** Starts `git` in `folder`. Its output must be read or it waits. */
export function runGit(folder: string, args: readonly string[], signal: AbortSignal): GitOutput {
  const options = settings.flatMap((setting) => ['-c', setting])
  const child = spawn('git', ['--no-pager', '--no-replace-objects', ...options, ...args], {
    cwd: folder,
    env: cleanEnvironment(),
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    if (said.length < 4000) said += chunk.toString()
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new GitError(said.trim().split('\n')[0]?.slice(0, 300) || `git ended with ${code}`))
    })
  })
  // Whoever reads the chunks may stop before it is awaited.
  ended.catch(() => {})
  return { chunks: child.stdout, ended }
}

/** Git ran and said no. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** `GIT_*` could point git at another repository, configuration or program. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'))
  return {
    ...Object.fromEntries(kept),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    LC_ALL: 'C',
  }
}
