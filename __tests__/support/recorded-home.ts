// A home folder with a session that the real Codex CLI recorded, and the repository that it worked on.

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gitEnvironment } from './capture-world.ts'

const recorded = join(import.meta.dirname, '../fixtures/transcripts/codex-cli/0.171.0/approvals.jsonl')
const kept =
  '.codex/sessions/2026/01/05/rollout-2026-01-05T09-00-00-00000000-0000-7000-8000-000000000001.jsonl'

export interface RecordedHome {
  home: string
  /** Without a commit. */
  repository: string
  /** Runs Git in the repository, on the day of the session. */
  git(...args: string[]): string
  write(path: string, text: string): void
  read(path: string): string
  /** What the session left: the branch `total` with one commit. Whatever else there is goes to `main` before. */
  work(): void
}

/** Makes them in `folder`, which is empty. */
export function makeRecordedHome(folder: string): RecordedHome {
  const repository = join(folder, 'shop')
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: repository,
      env: gitEnvironment('2026-01-05T09:00:32Z'),
      encoding: 'utf8',
      stdio: 'pipe',
    })
  const write = (path: string, text: string) => {
    const file = join(repository, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  mkdirSync(repository)
  mkdirSync(dirname(join(folder, kept)), { recursive: true })
  const rows = readFileSync(recorded, 'utf8').replaceAll(
    '/home/dev/shop',
    JSON.stringify(repository).slice(1, -1),
  )
  writeFileSync(join(folder, kept), rows)
  git('init', '-q', '-b', 'main')
  return {
    home: folder,
    repository,
    git,
    write,
    read: (path) => readFileSync(join(repository, path), 'utf8'),
    work() {
      write('shop.py', 'def total(prices):\n    return max(prices)\n')
      git('add', '-A')
      git('commit', '-q', '-m', 'Begin')
      git('switch', '-q', '-c', 'total')
      write('shop.py', 'def total(prices):\n    return sum(prices)\n')
      git('commit', '-q', '-a', '-m', 'Add up all prices')
    },
  }
}

/** What a human adds to the draft of that session before it is posted. */
export function answerDraft(body: string): string {
  return body
    .replace(/(\*\*Cause:\*\*) <!--.*?-->/, '$1 it took the test for wrong, not the code')
    .replace(/- \*\*What:\*\* <!--[\s\S]*?\*\*File:\*\* <!-- path -->/, 'None')
    .replace('<!-- what was asked for -->', 'the total of an order is the sum of its prices')
    .replace('- **Constraints:** <!-- what had to hold -->\n', '')
    .replace('- [ ] I have read', '- [x] I have read')
    .replace('<!-- commands, results -->', '`python3 -m unittest`: 3 tests pass')
}
