// Reads aider's chat histories, `.aider.chat.history.md` in a repository: several sessions a file, as aider 0.86.2 writes
// them (recorded) and its `io.py` of 5dc9490. Times are local, and only of the start.

import { readTextLines } from '../session/read-text-lines.ts'
import { mostEvents, type Session } from '../session/session.ts'
import { mostUnits, SessionBuilder } from '../session/session-builder.ts'
import { ChatReading } from './aider/chat-reading.ts'
import type { Reader } from './reader.ts'

const start = /^# aider chat started at (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\s*$/
/** Of one file; the newest count. Its events together are bounded as those of one session. */
const mostSessions = 300

export const aider: Reader = {
  id: 'aider',
  name: 'aider',
  roots: ({ roots }) =>
    roots.map((root) => ({ folder: root, match: /^\.aider\.chat\.history\.md$/, depth: 1 })),
  recognizes: (path, head) =>
    /(?:^|[\\/])\.aider\.chat\.history\.md$/.test(path) || /^\s*# aider chat started at \d{4}-/.test(head),
  async *read(file, { signal }) {
    const sessions: { session: Session; units: number }[] = []
    const ids = new Map<string, number>()
    let events = 0
    let units = 0
    let leftOut = 0
    let builder: SessionBuilder | null = null
    let reading: ChatReading | null = null
    const end = () => {
      reading?.end()
      if (!builder || builder.isEmpty) return
      sessions.push({ session: builder.build(), units: builder.units })
      events += sessions.at(-1)?.session.events.length ?? 0
      units += builder.units
      while (
        sessions.length > 1 &&
        (sessions.length > mostSessions || events > mostEvents || units > mostUnits)
      ) {
        const oldest = sessions.shift()
        events -= oldest?.session.events.length ?? 0
        units -= oldest?.units ?? 0
        leftOut++
      }
    }
    const onProblem = (reason: string, line: number) => builder?.problem(reason, line)
    await readTextLines(file.path, { signal, onProblem }, (line) => {
      const [, date, time] = start.exec(line) ?? []
      if (!date) {
        reading?.add(line)
        return
      }
      end()
      const id = `${date}T${time}`
      const count = (ids.get(id) ?? 0) + 1
      ids.set(id, count)
      builder = new SessionBuilder(count === 1 ? id : `${id}-${count}`, {
        toolId: 'aider',
        toolName: 'aider',
        path: file.path,
      })
      builder.note({ at: id, folder: file.path.replace(/[\\/][^\\/]*$/, '') })
      reading = new ChatReading(builder)
    })
    end()
    const [oldest, ...others] = sessions.map(({ session }) => session)
    if (!oldest) return
    const problem = { reason: 'older chats left out', line: null, count: leftOut }
    yield leftOut === 0 ? oldest : { ...oldest, problems: [...oldest.problems, problem] }
    yield* others
  },
}
