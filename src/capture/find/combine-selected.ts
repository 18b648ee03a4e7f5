// The same session, met more than once: in a copy, in the history of another tool, in a checkpoint.

import type { Selected } from './selected.ts'

/** Each session once: of copies the one with the most events, the first of equals, with what any is selected for. */
export function combineSelected(list: readonly Selected[]): Selected[] {
  const found = new Map<string, Selected>()
  for (const one of list) {
    const key = `${one.session.toolId ?? one.session.toolName}\0${one.session.id}`
    const known = found.get(key)
    found.set(key, known ? combine(known, one) : one)
  }
  return [...found.values()]
}

function combine(a: Selected, b: Selected): Selected {
  const whole = b.session.events.length > a.session.events.length ? b : a
  return {
    session: whole.session,
    from: whole.from ?? 0,
    ...(whole.taken ? { taken: whole.taken } : {}),
    why: {
      files: [...new Set([...a.why.files, ...b.why.files])].sort(),
      commits: [...new Set([...a.why.commits, ...b.why.commits])],
      made: [...new Set([...(a.why.made ?? []), ...(b.why.made ?? [])])],
      folder: a.why.folder || b.why.folder,
      branch: a.why.branch || b.why.branch,
      time: a.why.time || b.why.time,
    },
  }
}
