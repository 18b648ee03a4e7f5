// Finds links to sessions, shared chats and transcripts of AI tools.

/** One link; offsets (end exclusive) are offsets into the text. */
export interface SessionLink {
  kind: 'transcript' | 'session' | 'checkpoint' | 'share'
  url: string
  /** Null when the link does not tell the tool. */
  tool_id: string | null
  start: number
  end: number
}

type Kind = SessionLink['kind']

/** Paths by host: what their start makes of a link. */
const hosts: Record<string, readonly [path: RegExp, kind: Kind, tool: string | null][]> = {
  'claude.ai': [
    [/^\/code\/(?:session_|[\w-]{8,}$)/, 'session', 'claude-code'],
    [/^\/(?:share|public\/artifacts)\//, 'share', 'claude'],
    [/^\/chat\//, 'session', 'claude'],
  ],
  'chatgpt.com': [
    [/^\/codex\/(?:cloud\/)?tasks\//, 'session', 'openai-codex'],
    [/^\/s\/cd_/, 'share', 'openai-codex'],
    [/^\/(?:share|canvas\/shared|s)\//, 'share', 'chatgpt'],
    [/^\/c\/[\w-]{8,}/, 'session', 'chatgpt'],
  ],
  'chat.openai.com': [
    [/^\/share\//, 'share', 'chatgpt'],
    [/^\/c\/[\w-]{8,}/, 'session', 'chatgpt'],
  ],
  'app.devin.ai': [[/^\/sessions?\//, 'session', 'devin']],
  'jules.google.com': [[/^\/(?:task|session)s?\//, 'session', 'jules']],
  'cursor.com': [[/^\/(?:agents(?:\/|\?)[^\s]*bc-|background-agent\?)/, 'session', 'cursor']],
  'ampcode.com': [[/^\/threads\/T-/, 'session', 'amp']],
  'github.com': [
    [/^\/[^/]+\/[^/]+\/(?:sessions|agents\/sessions|tasks)\/[\w-]{8,}/, 'session', 'github-copilot'],
    [/^\/[^/]+\/[^/]+\/pull\/\d+\/agent-sessions\//, 'session', 'github-copilot'],
    [/^\/copilot\/(?:share|tasks|c|agents)\//, 'session', 'github-copilot'],
  ],
  'copilot-workspace.githubnext.com': [[/^\/[^/]+\/[^/]+/, 'session', 'github-copilot']],
  'g.co': [[/^\/gemini\/share\//, 'share', 'gemini']],
  'gemini.google.com': [[/^\/(?:share|app)\/[\w-]{6,}/, 'share', 'gemini']],
  'aistudio.google.com': [[/^\/(?:app\/)?prompts\//, 'share', 'google-ai-studio']],
  'grok.com': [[/^\/share\//, 'share', 'grok']],
  'chat.deepseek.com': [[/^\/(?:share|a\/chat\/s)\//, 'share', 'deepseek']],
  'chat.qwen.ai': [[/^\/s\//, 'share', 'qwen']],
  'chat.mistral.ai': [[/^\/chat\//, 'share', 'le-chat']],
  'kimi.com': [[/^\/share\//, 'share', 'kimi']],
  'perplexity.ai': [[/^\/search\//, 'share', 'perplexity']],
  'opncd.ai': [[/^\/(?:share|s)\//, 'share', 'opencode']],
  'opencode.ai': [[/^\/(?:share|s)\//, 'share', 'opencode']],
  'v0.dev': [[/^\/(?:chat|t)\//, 'session', 'v0']],
  'v0.app': [[/^\/(?:chat|t)\//, 'session', 'v0']],
  'app.all-hands.dev': [[/^\/(?:conversations|share)/, 'session', 'openhands']],
  'app.openhands.dev': [[/^\/(?:conversations|share)/, 'session', 'openhands']],
  'app.factory.ai': [[/^\/sessions?\//, 'session', 'factory-droid']],
  'app.warp.dev': [[/^\/(?:conversation|session|drive\/[^/]*)\/?/, 'session', 'warp']],
  'entire.io': [[/\/(?:checkpoints?|sessions?)\//, 'checkpoint', null]],
  't3.chat': [[/^\/share\//, 'share', 't3-chat']],
  'gistpreview.github.io': [[/^\/\?[0-9a-f]{8,}/, 'transcript', null]],
}

let lazyHosts: Map<string, readonly [RegExp, Kind, string | null][]> | null = null

/** The links of a text, in order, each URL once. */
export function readSessionLinks(text: string, isHidden: (offset: number) => boolean): SessionLink[] {
  if (!text.includes('://')) return []
  lazyHosts ??= new Map(Object.entries(hosts))
  const links = new Map<string, SessionLink>()
  for (const match of text.matchAll(
    /https?:\/\/([^\s<>"'`()[\]{}|\\/?#]{3,100})([^\s<>"'`()[\]{}|\\]{0,400})/g,
  )) {
    const url = match[0].replace(/[.,;:!*_~]+$/, '')
    if (links.has(url) || isHidden(match.index)) continue
    const host = (match[1] ?? '').toLowerCase().replace(/^www\./, '')
    const path = url.slice(url.indexOf('/', 8) < 0 ? url.length : url.indexOf('/', 8))
    const known = lazyHosts.get(host)?.find(([pattern]) => pattern.test(path))
    const isTranscript = !known && saysTranscript(text, match.index, host)
    if (!known && !isTranscript) continue
    const [, kind, tool_id] = known ?? [null, 'transcript' as const, null]
    links.set(url, { kind, url, tool_id, start: match.index, end: match.index + url.length })
  }
  return [...links.values()]
}

/** `Full transcript: https://…`: the words before the link say it, or its host does. */
function saysTranscript(text: string, at: number, host: string): boolean {
  if (/(?:^|[.-])transcripts?(?:[.-]|$)/.test(host)) return true
  const before = text.slice(Math.max(0, at - 40), at)
  return /\b(?:(?:ai|chat|full|session|claude|codex|prompt|agent|conversation)[ -]transcripts?|transcript)\b[^.\n]{0,12}$/i.test(
    before,
  )
}
