// A tool use as SpecStory writes it, as a call. Commands and paths stand in several places, by tool and age.

import { findCommits } from '../../session/find-commits.ts'
import type { Action } from '../../session/session.ts'
import type { CallEnd, OpenCall } from '../../session/session-builder.ts'
import { readResult } from './read-result.ts'
import type { Fence, ToolBlock } from './tool-block.ts'

/** `shell` by type, though they run nothing. */
const noShell = new Set(['LS', 'list_directory', 'TaskOutput', 'KillShell', 'BashOutput'])
const shellNames = new Set([
  'Bash',
  'Shell',
  'shell',
  'exec_command',
  'shell_command',
  'run_shell_command',
  'run_command',
])
const shellLanguages = new Set(['bash', 'sh', 'shell', 'zsh', 'powershell'])
const outputLanguages = new Set(['', 'text'])

/** The call of `block`; null for a read or search that went well, which says nothing. */
export function readToolUse(block: ToolBlock, at: string | null): (OpenCall & CallEnd) | null {
  block.close()
  const action = readAction(block.type, block.name)
  const command = action === 'shell' ? readCommand(block) : null
  const output = readOutput(block, action, command)
  const end = readResult(output, block.isError)
  if (
    ['read', 'search', 'fetch', 'other'].includes(action) &&
    (end.status === 'ok' || end.status === 'unknown')
  )
    return null
  return {
    action,
    name: block.name,
    command,
    paths: action === 'edit' ? readPaths(block, output ?? '') : [],
    at,
    ...end,
    output: end.status === 'ok' ? null : (end.output ?? null),
    commits: end.status === 'ok' ? findCommits(command, output) : [],
  }
}

function readAction(type: string, name: string): Action {
  if (noShell.has(name)) return 'read'
  if (type === 'shell' || shellNames.has(name)) return 'shell'
  if (
    type === 'write' ||
    /^(?:Edit|MultiEdit|Write|NotebookEdit|apply_patch|search_replace|edit_file)$/.test(name)
  )
    return 'edit'
  if (/^mcp__/.test(name)) return 'mcp'
  if (/^(?:Task|Agent|agent_spawn|invoke_subagent|spawn_agent)$/.test(name)) return 'agent'
  if (/^(?:WebFetch|read_url_content|fetch|web_fetch)$/.test(name)) return 'fetch'
  if (type === 'read' || /^(?:Read|read_file)$/.test(name)) return 'read'
  return type === 'search' || type === 'grep' || /^(?:Grep|Glob|WebSearch)$/.test(name) ? 'search' : 'other'
}

/** In a fence of its own, between backticks on a line or in the summary, or in a list of inputs. */
function readCommand(block: ToolBlock): string | null {
  const fenced = block.fences.find((fence) => shellLanguages.has(fence.language))
  if (fenced) return fenced.text.trim() || null
  for (const line of block.lines) {
    const input = /^- (?:command|cmd): `(.*?)`?\s*$/.exec(line)?.[1]
    if (input !== undefined) return unwrap(input)
    const inline =
      /^\s?`([^`].*)`\s*$/.exec(line) ??
      /^(?:<details>)?(?:<summary>)?Tool use: \*\*[^*]{1,100}\*\*[^`]{0,200}`(.+)`(?:<\/summary>)?\s*$/.exec(
        line,
      )
    if (inline?.[1]) return inline[1]
  }
  return null
}

/** `[bash -lc npm test]` is `npm test`. */
function unwrap(input: string): string {
  return /^\[(?:\S*\/)?(?:bash|sh|zsh) -l?c (.*)\]$/.exec(input)?.[1] ?? input
}

/** The last fence that holds an output: with edits and commands, a fence before it may hold what went in. */
function readOutput(block: ToolBlock, action: Action, command: string | null): string | null {
  const fence: Fence | undefined = block.fences.findLast(({ language }) => outputLanguages.has(language))
  if (fence && fence.text.trim() !== command) {
    // A file without a known language stands in such a fence too.
    const isContent = action === 'edit' && block.name === 'Write' && block.fences.length === 1
    return isContent && !/^(?:The user doesn't|<tool_use_error>|File created|The file )/.test(fence.text)
      ? null
      : fence.text
  }
  const line = block.lines.findLast((text) => /^(?:Result|Output|Error): \S/.test(text))
  return line === undefined ? null : line.replace(/^(?:Result|Output): /, '')
}

const inSummary = /^(?:<details>)?(?:<summary>)?Tool use: \*\*[^*]{1,100}\*\*[^`]{0,40}`([^`\n]{1,1000})`/
const ofLine =
  /^(?: |\*\*(?:Add|Update|Delete|Move to)(?: File)?: )`([^`\n]{1,1000})`(?:\*\*)?\s*$|^(?:- (?:file_path|path|filePath|target_file|TargetFile): |Path: |File: )`([^`\n]{1,1000})`/
const inOutput =
  /^(?:The file|File created successfully at:|Successfully (?:overwrote|created and wrote to new|modified) file:) (.{1,1000}?)(?: has been (?:updated|created|modified|written)|(?: \(\d+ modifications?\))?[.,]?(?:\n|$))/

function readPaths(block: ToolBlock, output: string): string[] {
  const found = block.lines.map((line) => {
    const match = ofLine.exec(line) ?? inSummary.exec(line)
    return match?.[1] ?? match?.[2]
  })
  found.push(inOutput.exec(output.slice(0, 2_000))?.[1])
  return [...new Set(found.filter((path): path is string => path !== undefined))].slice(0, 100)
}
