// What the model is told when its pull request is not documented yet.

/** The reason; `transcript` names its own session, when the agent does. */
export function describeDenial(transcript: string | null): string {
  const session = transcript !== null && isPlain.test(transcript) ? ` --session ${quote(transcript)}` : ''
  return [
    `${opening} Do this, then create the pull request:`,
    '1. Write the description to a file outside the repository, such as /tmp/BODY.md.',
    `2. Run: npx ai-worklog draft${session} --update /tmp/BODY.md`,
    '   It adds a section `## AI worklog` with tools, prompts, failed attempts and manual corrections from this session, without secrets. If it cannot run, write the section yourself.',
    '3. Read the section. Correct what is wrong and add causes, reasons and resolutions that you know. Never invent any.',
    '4. Run your `gh` command again with `-F /tmp/BODY.md` in place of `--body` or `--fill`.',
  ].join('\n')
}

const opening =
  'The description of this pull request does not say how AI was used, which this repository asks for.'

/** Whether `text`, what a call gave back, is such a reason. */
export function isDenial(text: string): boolean {
  return text.startsWith(opening)
}

/** Nothing that could act on a terminal or end a line. */
const isPlain = /^[\p{L}\p{N}\p{P}\p{S} ]{1,1000}$/u

function quote(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
