// Reads the lines that SpecStory writes around a conversation: whose session it is, and who speaks when.

/** `<!-- Claude Code Session <id> (<time>) -->`, in older files without a time. */
export interface SessionHeader {
  toolName: string
  id: string
  at: string | null
}

/** `_**Agent (<model> <time>)**_`. */
export interface Turn {
  role: 'user' | 'agent'
  /** Whether a sub-agent speaks, or is spoken to. */
  isSidechain: boolean
  model: string | null
  at: string | null
}

const session =
  /^<!--\s*([A-Za-z][A-Za-z0-9 .+-]{0,60}?)\s+Session\s+([0-9A-Za-z][\w.-]{3,100})(?:\s+\(([^)]{1,40})\))?\s*-->$/
const turn =
  /^_\*\*(User|Agent|Assistant)( - sidechain)?(?: \(([^()]{0,200}(?:\([^()]{0,100}\)[^()]{0,100})?)\))?\*\*_$/
const time =
  /(?:^|\s)(\d{4}-\d\d-\d\d)[T_ ](\d\d)[:-](\d\d)(?:[:-](\d\d)(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?$/

/** The session that a line names; null for other lines. */
export function readSessionHeader(line: string): SessionHeader | null {
  const match = line.startsWith('<!--') ? session.exec(line.slice(0, 400)) : null
  return match ? { toolName: match[1] ?? '', id: match[2] ?? '', at: readTime(match[3] ?? '') } : null
}

/** The turn that begins at a line; null for other lines. */
export function readTurn(line: string): Turn | null {
  const match = line.startsWith('_**') ? turn.exec(line.slice(0, 600)) : null
  if (!match) return null
  const inside = match[3] ?? ''
  const model = inside.replace(time, '').trim()
  return {
    role: match[1] === 'User' ? 'user' : 'agent',
    isSidechain: match[2] !== undefined,
    model: model === '' ? null : model,
    at: readTime(inside),
  }
}

/** In ISO 8601; a time without a zone says nothing. */
function readTime(text: string): string | null {
  const [, date, hours, minutes, seconds = '00', zone] = time.exec(text) ?? []
  if (!date || !zone) return null
  return `${date}T${hours}:${minutes}:${seconds}${zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')}`
}
