// What a reader of one tool's transcripts is. A reader knows where the tool keeps them, and turns one file (or folder)
// into sessions. It takes only rows of types it knows, so that system prompts and whole requests never enter, and
// never throws on what a file holds.

import type { Session } from '../session/session.ts'

/** The machine a reader looks at, handed in so that a test can hand in its own. */
export interface Machine {
  /** The user's home folder. */
  home: string
  env: Readonly<Record<string, string | undefined>>
  platform: NodeJS.Platform
  /** Top folders of the working tree and of its other worktrees; the first is the one that is drafted for. */
  roots: readonly string[]
}

/** A folder in which a tool keeps sessions; it need not exist. */
export interface Root {
  folder: string
  /** On paths below `folder`, with `/`: those that are sessions. Files, or folders when `kind` is `folder`. */
  match: RegExp
  kind?: 'file' | 'folder'
  /** How deep to look; 1 is `folder` itself. */
  depth: number
}

/** One file, or one folder when the root says so, that may hold sessions. */
export interface SessionFile {
  path: string
  /** Of a file; 0 for a folder. */
  bytes: number
  modifiedAt: Date
}

export interface ReadOptions {
  signal: AbortSignal
}

export interface Reader {
  /** Id in the tool vocabulary, or a name of ours such as `specstory`: what `--tool` takes. */
  id: string
  /** For people. */
  name: string
  roots(machine: Machine): Root[]
  /** Whether a file that the user names is of this format, by its path and the first 64 KB of it (empty for a folder). */
  recognizes(path: string, head: string): boolean
  /**
   * The sessions of `file`, in order; none when it holds none. Rejects with the system's error when it cannot be read,
   * and with the signal's reason.
   */
  read(file: SessionFile, options: ReadOptions): AsyncIterable<Session>
}
