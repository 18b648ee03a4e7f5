// Finds sessions that a pull request brings along as files: SpecStory's and Agent Trace's places for them.

import type { ChangedFile } from '../pull-request.ts'

const places = [
  // SpecStory: one Markdown file a session.
  /^\.specstory\/history\/[^/]+\.md$/,
  // Agent Trace (cursor/agent-trace): its reference implementation writes `.agent-trace/traces.jsonl`.
  /^\.agent-trace\/[^/]+\.jsonl?$/,
]

/** The paths among `files` to which such a session was added. */
export function findSessionFiles(files: readonly ChangedFile[]): string[] {
  return files
    .filter(({ path, additions }) => additions > 0 && places.some((place) => place.test(path)))
    .map(({ path }) => path)
}
