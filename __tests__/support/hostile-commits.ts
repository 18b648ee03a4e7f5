// Commit messages that give the readers as much to do as 250 of them can.

import type { Commit } from '../../src/core/pull-request.ts'

const lines: Readonly<Record<string, (index: number) => string>> = {
  'agents of all versions': (index) => `Agent: claude v${index}\n`,
  'co-authors of all models': (index) => `Co-authored-by: Claude Opus ${index} <a${index}@b.example>\n`,
  sessions: (index) => `Claude-Session: ${index}\n`,
  'session links': (index) => `https://claude.ai/chat/${index}\n`,
  footers: (index) => `🤖 Generated with [Claude Code ${index}](https://claude.com/claude-code)\n`,
  'labels in lists': (index) => `- **Error:** claude ${index}\n`,
  sentences: (index) => `I used Claude ${index}, it failed, so I had to rewrite it. `,
}

/** Floods by name: 250 messages of 500 characters, which are read, or of 2,090, which are as much as is looked at. */
export const hostileCommits: readonly { name: string; commits: Commit[] }[] = Object.entries(lines).flatMap(
  ([name, line]) =>
    [500, 2090].map((length) => ({
      name: `250 times ${length} characters of ${name}`,
      commits: Array.from({ length: 250 }, (_, index) => ({
        sha: String(index).padStart(40, '0'),
        message: fill(line, index * 1000, length),
        author: null,
        committer: null,
      })),
    })),
)

function fill(line: (index: number) => string, from: number, length: number): string {
  let message = 'Subject\n\n'
  for (let index = from; message.length < length; index++) message += line(index)
  return message.slice(0, length)
}
