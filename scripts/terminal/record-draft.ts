// Runs our command line in a terminal of its own, in a throw-away repository with a session that the real Codex CLI
// recorded: set up, draft, and the check of what a human made of it.

import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { answerDraft, makeRecordedHome } from '../../__tests__/support/recorded-home.ts'
import { parseScreen, type Run } from './parse-screen.ts'
import { renderSvg } from './render-svg.ts'

const title =
  'A terminal: ai-worklog init sets a repository up, ai-worklog draft writes the section from a session of Codex, ai-worklog check finds it complete.'

/** The recording as SVG. `program` is the command line: a script for this Node. Needs `script` of util-linux, and Git. */
export function recordDraft(program: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ai-worklog-record-')))
  try {
    const home = join(folder, 'home')
    const bin = join(folder, 'bin')
    mkdirSync(home)
    mkdirSync(bin)
    const file = join(bin, 'ai-worklog')
    writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`)
    chmodSync(file, 0o755)
    const { repository, work, read, write } = makeRecordedHome(home)
    const env = {
      PATH: [bin, dirname(process.execPath), process.env.PATH].join(delimiter),
      HOME: home,
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      GIT_CONFIG_GLOBAL: '/dev/null',
    }
    const run = (command: string): Run[][] => {
      const args = ['-qec', `stty cols 120 rows 50; ${command}`, '/dev/null']
      const output = execFileSync('script', args, { cwd: repository, env, encoding: 'utf8', stdio: 'pipe' })
      return [...prompt(command), ...parseScreen(output), []]
    }
    const lines = [...run('ai-worklog init --yes'), ...prompt('git switch -c total  # and let an agent work')]
    work()
    lines.push([], ...run('ai-worklog draft --update BODY.md'), ...prompt('$EDITOR BODY.md'))
    write('BODY.md', answerDraft(read('BODY.md')))
    lines.push([], ...run('ai-worklog check BODY.md'))
    lines.pop()
    return renderSvg(lines, title)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function prompt(command: string): Run[][] {
  return [
    [
      { text: '$ ', looks: ['green'] },
      { text: command, looks: ['bold'] },
    ],
  ]
}
