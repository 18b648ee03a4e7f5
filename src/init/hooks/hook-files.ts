// The agents that take a hook as a file of its own, where it has to stand, and what is in it. Tried with opencode 1.18.33
// and Cline's command line 3.0.65.

import { addStamp } from '../edit/stamp.ts'
import { loadExample } from '../texts/load-example.ts'

export interface HookFile {
  id: string
  name: string
  /** From the root. */
  path: string
  /** The file of examples/ that it is made of. */
  example: string
  /** What begins a comment in it. */
  comment: '#' | '//'
  isExecutable: boolean
  /** Files and folders that show that the repository is worked on with this agent; folders end with `/`. */
  traces: readonly string[]
}

export const hookFiles: readonly HookFile[] = [
  {
    id: 'cline',
    name: 'Cline',
    path: '.clinerules/hooks/PreToolUse',
    example: 'init/cline-hook.sh',
    comment: '#',
    isExecutable: true,
    traces: ['.clinerules/'],
  },
  {
    id: 'opencode',
    name: 'opencode',
    path: '.opencode/plugin/ai-worklog.js',
    example: 'init/opencode-plugin.js',
    comment: '//',
    isExecutable: false,
    traces: ['.opencode/', 'opencode.json', 'opencode.jsonc'],
  },
]

/** The text of a new file. */
export function createHookText({ example, comment }: HookFile): string {
  return addStamp(loadExample(example), comment)
}
