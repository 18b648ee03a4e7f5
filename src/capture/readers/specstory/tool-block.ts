// One tool use as SpecStory writes it: gathers its lines and says where it ends.

const longestKept = 64 * 1024
const mostKeptLines = 2_000
/** Of the lines after those, the last ones are kept: errors stand at the end. */
const lastKept = 40

export interface Fence {
  language: string
  text: string
}

/** The lines of one tool use, within bounds. */
export class ToolBlock {
  readonly type: string
  readonly name: string
  /** Lines outside fences, the summary included. */
  readonly lines: string[] = []
  readonly fences: Fence[] = []
  /** Whether a heading such as `**Error:**` stands in it. */
  isError = false
  private fence: { language: string; ticks: number; lines: string[]; last: string[] } | null = null
  private characters = 0
  private kept = 0

  constructor(type: string, name: string) {
    this.type = type
    this.name = name
  }

  /** Whether the next line is inside a fence, so that it ends nothing. */
  get isFenced(): boolean {
    return this.fence !== null
  }

  add(line: string): void {
    const ticks = /^`{3,}/.exec(line)?.[0].length ?? 0
    if (this.fence) {
      if (ticks >= this.fence.ticks && /^`+\s*$/.test(line)) this.close()
      else this.keep(line, this.fence.lines, this.fence.last)
      return
    }
    const language = /^`{3,}\s*([\w+#.-]{0,30})\s*$/.exec(line)?.[1]
    // Codex's `Input: ```` opens a fence within a line.
    const isInput = /^Input(?: \(truncated\))?: ```$/.test(line)
    if (language !== undefined || isInput) {
      this.fence = { language: language ?? 'input', ticks: isInput ? 3 : ticks, lines: [], last: [] }
      return
    }
    if (/^\*\*Error:?\*\*/.test(line)) this.isError = true
    this.keep(line, this.lines, [])
  }

  /** To be called at the end: a fence may be open still. */
  close(): void {
    if (!this.fence) return
    const { language, lines, last } = this.fence
    const gap = last.length > 0 ? ['…', ...last] : []
    if (this.fences.length < 50) this.fences.push({ language, text: [...lines, ...gap].join('\n') })
    this.fence = null
  }

  private keep(line: string, lines: string[], last: string[]): void {
    if (this.characters + line.length <= longestKept && this.kept < mostKeptLines) {
      this.characters += line.length
      this.kept++
      lines.push(line)
      return
    }
    last.push(line.slice(0, 500))
    if (last.length > lastKept) last.shift()
  }
}
