// Prompts that speak to the tool and not to the AI.

/** What tools have for themselves; other commands are prompts somebody stored, and what follows them steers. */
const builtIn = new Set(
  (
    'add add-dir agents approvals bashes bug chat checkpoint clear commit compact compress config context copy cost ' +
    'diff doctor drop editor effort exit export fast feedback fork help history hooks ide init install-github-app ' +
    'lint list login logout ls map mcp memory model models new output-style permissions plan plugin plugins pr-comments ' +
    'privacy privacy-settings quit read-only redo release-notes rename reset resume rewind run save sandbox-add-read-dir ' +
    'sessions settings share skills stats status statusline tasks terminal-setup theme themes todos tokens tools undo ' +
    'upgrade usage version vim voice web-setup'
  ).split(' '),
)

/** `/compact`, `/model opus`, `!git status`, and what a tool writes of such a command. */
export function isToolCommand(text: string): boolean {
  const trimmed = text.trim()
  if (/^<(?:command-(?:name|message|args)|local-command-\w+|bash-(?:input|stdout|stderr))>/.test(trimmed))
    return true
  if (/^\[Request interrupted by user[^\]]*\]$/.test(trimmed)) return true
  if (/^![a-z./~][^\n]*$/i.test(trimmed)) return true
  const command = /^\/([a-z][\w:-]*)(?:[ \t]+(\S[\s\S]*))?$/i.exec(trimmed)
  if (!command) return false
  return command[2] === undefined || builtIn.has((command[1] ?? '').toLowerCase())
}
