// Reads the footers tools put under a pull request or a commit: "Generated with Claude Code", Copilot's blocks.

import { readToolMentions, type ToolMention } from '../extract/shapes/tool-mention.ts'
import { findTool } from '../vocabulary/tools-index.ts'

/** One footer; offsets (end exclusive) are offsets into the text. */
export interface FooterReading {
  tool_id: string
  /** The footer as written. */
  value: string
  /** The tools it names; their offsets are those of the footer. */
  mentions: ToolMention[]
  start: number
  end: number
}

// Markers that name their tool without a phrase.
const markers: readonly [pattern: RegExp, tool: string][] = [
  [
    /<!-- START COPILOT (?:CODING AGENT|ORIGINAL PROMPT)[^\n]{0,40}|You can make Copilot smarter by setting up|Copilot coding agent (?:\[set things up|tips\b|for the chance)|gh\.io\/copilot-coding-agent-(?:tips|docs|survey)|survey[^\s]{0,40}\/Copilot-Coding-agent|created (?:from|as a result of the following prompt from) Copilot chat/i,
    'github-copilot',
  ],
  [/so Codex couldn['’]t run certain commands/i, 'openai-codex'],
  // The subject of the commits it writes itself.
  [/^aider: /, 'aider'],
]

const phrase =
  /(?<![A-Za-z0-9])(?:generated|made|created|built|written|authored|co-?authored|posted|opened|implemented|drafted|coded|prepared|submitted|produced|assisted)(?: automatically)?[ ](?:with|by|using|via)(?: the)?[ ]/i

/** The footers of a text, in order. `isHidden` tells offsets inside fences and comments. */
export function readFooters(text: string, isHidden: (offset: number) => boolean): FooterReading[] {
  const footers = findMarkers(text)
  if (!phrase.test(text)) return footers
  for (const match of text.matchAll(/[^\n]+/g)) {
    const footer = match[0].length <= 600 ? readLine(match[0], match.index) : null
    if (footer && !isHidden(match.index)) footers.push(footer)
  }
  return footers
}

/** One marker a tool is enough: Copilot's block holds several. */
function findMarkers(text: string): FooterReading[] {
  if (!/copilot|codex|^aider: /i.test(text)) return []
  return markers.flatMap(([pattern, id]) => {
    const found = pattern.exec(text)
    const tool = findTool(id)
    if (!found || !tool) return []
    const start = found.index
    const end = start + found[0].length
    const unsaid = { version: null, model: null, model_id: null, used_for: null }
    const mention = { tool_id: id, name: tool.name, vendor: tool.vendor, ...unsaid, start, end }
    return [{ tool_id: id, value: found[0].trim(), mentions: [mention], start, end }]
  })
}

// What a footer may say before its verb, besides marks and emoji: the thing that was made.
const subject =
  /^(?:note: ?)?(?:(?:this|the) )?(?:(?:pr|pull request|commit|code|change|patch|branch|issue)s?(?: (?:description|body|text|title|summary|message))?|description|summary|message)?(?: ?(?:was|is|were|has been))?(?: (?:automatically|auto|fully|entirely|partially|partly|mostly|initially|originally|primarily))?[ -]?$/i

function readLine(line: string, at: number): FooterReading | null {
  const found = phrase.exec(line)
  if (!found) return null
  const before = bareText(line.slice(0, found.index))
  if (before !== '' && !subject.test(before)) return null
  const rest = bareText(line.slice(found.index + found[0].length)).replace(/^(?:an?|the) /i, '')
  const mentions = readToolMentions(rest)
  const [first] = mentions
  const toolId = first?.tool_id ?? null
  if (!first || toolId === null || first.start > 2 || !endsLikeFooter(rest, first)) return null
  const start = at + line.search(/\S/)
  const end = at + line.trimEnd().length
  return {
    tool_id: toolId,
    value: line.trim(),
    mentions: mentions.map((mention) => ({ ...mention, used_for: null, start, end })),
    start,
    end,
  }
}

/** `Built with the Gemini API` speaks of the product; a lower-case word must stand alone to be a name. */
function endsLikeFooter(rest: string, mention: ToolMention): boolean {
  const after = rest.slice(mention.end)
  if (
    /^[ -](?:API|SDK|MCP|model router|plugin|extension|server|rules?|pagination|position|loop)\b/i.test(after)
  )
    return false
  const named = rest.slice(mention.start, mention.end)
  return /[A-Z]/.test(named) || mention.model !== null || /^[\W_]*$/.test(after)
}

/** A line without links, tags, marks and emoji. */
function bareText(text: string): string {
  return text
    .replace(/!?\[([^[\]]{0,200})\]\([^()\s]{0,400}\)/g, '$1')
    .replace(/<[^<>]{0,300}>/g, '')
    .replace(/[*_`~#>[\]]|[\ud83c-\ud83e][\udc00-\udfff]|[\u2190-\u2bff]|\ufe0f|\u200d/g, '')
    .replace(/^[\s(—–•-]+|\s+$/g, '')
}
