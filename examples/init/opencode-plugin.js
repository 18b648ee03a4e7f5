// opencode loads this by itself. When a command opens a pull request whose description does not say how AI was used,
// the command does not run and the model is told why (https://github.com/ai-worklog/ai-worklog/blob/main/docs/init.md).
// It takes ai-worklog only from where it is installed, and whatever goes wrong, the command runs.

import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

export const AiWorklog = async ({ directory }) => ({
  'tool.execute.before': async ({ sessionID }, { args }) => {
    const reason = await askReason(sessionID, directory, args)
    if (reason) throw new Error(reason)
  },
})

/** Why the command must not run; null when it may. */
async function askReason(session, directory, args) {
  try {
    const { command, workdir = '.' } = args
    if (!/gh[\s\S]* pr /.test(command)) return null
    const call = { session_id: session, cwd: resolve(directory, workdir), tool_input: { command } }
    return JSON.parse(await run(JSON.stringify(call))).reason
  } catch {
    return null
  }
}

function run(input) {
  return new Promise((done, fail) => {
    const args = ['--no-install', '--offline', 'ai-worklog', 'hook', 'opencode']
    const options = { timeout: 20_000, shell: process.platform === 'win32' }
    const child = execFile('npx', args, options, (error, stdout) => (error ? fail(error) : done(stdout)))
    child.stdin.on('error', fail)
    child.stdin.end(input)
  })
}
