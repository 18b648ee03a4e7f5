// The blocks that review and summary bots add to a description, between comments of theirs. Data only.

/** What opens and what closes a block. What is never closed runs to the end of the text. */
export interface BotBlock {
  opens: RegExp
  closes: RegExp
}

/** Each pattern matches a comment whose white space may be wrapped. */
export const botBlocks: readonly BotBlock[] = [
  { opens: /<!--\s*CURSOR_SUMMARY\s*-->/, closes: /<!--\s*\/CURSOR_SUMMARY\s*-->/ },
  {
    opens: /<!--\s*This\s+is\s+an\s+auto-generated\s+(?:comment|description)[^>]{0,120}-->/i,
    closes: /<!--\s*end\s+of\s+auto-generated\s+(?:comment|description)[^>]{0,120}-->/i,
  },
  { opens: /<!--\s*ELLIPSIS_HIDDEN\s*-->/, closes: /<!--\s*ELLIPSIS_HIDDEN\s*-->/ },
  { opens: /<!--\s*greptile_comment\s*-->/, closes: /<!--\s*\/greptile_comment\s*-->/ },
  {
    opens: /<!--\s*Korbit\s+AI\s+PR\s+Description\s+Start\s*-->/i,
    closes: /<!--\s*Korbit\s+AI\s+PR\s+Description\s+End\s*-->/i,
  },
  {
    opens: /<!--\s*devin-review-badge-begin\s*-->/,
    closes: /<!--\s*devin-review-badge-end\s*-->/,
  },
  {
    opens: /<!--\s*(?:start\s+pr-codex|pr-codex-start)\s*-->/i,
    closes: /<!--\s*(?:end\s+pr-codex|pr-codex-end)\s*-->/i,
  },
  { opens: /<!--\s*kody-pr-summary:start\s*-->/, closes: /<!--\s*kody-pr-summary:end\s*-->/ },
  { opens: /<!--\s*baz-(?:summary-)?start\s*-->/i, closes: /<!--\s*baz-(?:summary-)?end\s*-->/i },
  { opens: /<!--\s*mesa-description-start\s*-->/, closes: /<!--\s*mesa-description-end\s*-->/ },
  { opens: /<!--\s*copilot:(?:summary|all|walkthrough|poem)\s*-->/, closes: /<!--\s*\/copilot:\w+\s*-->/ },
]

/** A title that says a bot wrote what stands under it: "Summary by CodeRabbit". */
export const botTitle =
  /\b(?:by|from) (?:coderabbit|sourcery|ellipsis|greptile|korbit|qodo|pr-?agent|codium\w*|cubic|mrge|kody|bito|graphite|bugbot|cursor bugbot|panto|gitstream|what the diff|callstack|llamapreview|recurseml)\b|\bcoderabbit\b.{0,20}\bsummary\b|^pr-?codex overview$/i

/** What each of those titles holds: looked for first, as most titles hold none of it. */
export const mayBeBotTitle = /by |from |rabbit|codex/i
