// Takes the parts of one response of a VS Code chat, in order, into a session builder.

import { type JsonObject, readObject, readObjects, readString } from '../../../core/json.ts'
import type { SessionBuilder } from '../../session/session-builder.ts'
import { describeTool } from './describe-tool.ts'
import { readUri } from './read-uri.ts'

/** Parts that say nothing here. */
const unwanted = new Set([
  'clearToPreviousToolInvocation',
  'codeblockUri',
  'command',
  'confirmation',
  'elicitationSerialized',
  'extensions',
  'hook',
  'markdownVuln',
  'mcpServersStarting',
  'multiDiffData',
  'prepareToolInvocation',
  'progressMessage',
  'progressTaskSerialized',
  'pullRequest',
  'questionCarousel',
  'thinking',
  'treeData',
  'undoStop',
  'warning',
])

export class ResponseReader {
  private readonly builder: SessionBuilder
  private readonly at: string | null
  private text = ''
  /** The last tool that edits: what it edits stands in parts of its own. */
  private editor = 'edit'
  private readonly edited = new Set<string>()

  /** `at` is the time of the request: parts have none. */
  constructor(builder: SessionBuilder, at: string | null) {
    this.builder = builder
    this.at = at
  }

  take(part: JsonObject): void {
    const kind = readString(part, 'kind') ?? 'markdownContent'
    switch (kind) {
      case 'markdownContent':
        this.say(readString(part, 'value') ?? readString(readObject(part, 'content'), 'value') ?? '')
        break
      case 'inlineReference':
        this.say(readReference(part))
        break
      case 'toolInvocationSerialized':
        this.finish()
        this.takeTool(part)
        break
      case 'textEditGroup':
      case 'notebookEditGroup':
      case 'workspaceEdit':
        this.finish()
        this.takeEdit(part)
        break
      default:
        if (!unwanted.has(kind)) this.builder.skip(kind)
    }
  }

  /** Ends the text that stands between calls. */
  finish(): void {
    this.builder.answer(this.text, this.at)
    this.text = ''
  }

  private say(text: string): void {
    if (this.text.length < 10_000) this.text += text
  }

  private takeTool(part: JsonObject): void {
    const call = describeTool(part, this.at)
    if (!call) return
    if (call.action === 'edit') this.editor = call.name
    // Reads and searches are of interest only when they fail.
    const isQuiet = call.action === 'edit' || call.action === 'read' || call.action === 'search'
    if (!isQuiet || (call.status !== 'ok' && call.status !== 'unknown')) this.builder.call(call)
  }

  private takeEdit(part: JsonObject): void {
    const paths = readEdited(part).filter((path) => !this.edited.has(path))
    for (const path of paths) this.edited.add(path)
    if (paths.length > 0) {
      this.builder.call({ action: 'edit', name: this.editor, paths, status: 'ok', at: this.at })
    }
  }
}

/** The files that a part edits, makes, renames or removes. */
function readEdited(part: JsonObject): string[] {
  const uris = [
    part.uri,
    ...readObjects(part, 'edits').flatMap((edit) => [edit.oldResource, edit.newResource]),
  ]
  return [...new Set(uris.flatMap((uri) => readUri(uri) ?? []))].slice(0, 1000)
}

function readReference(part: JsonObject): string {
  const reference = readObject(part, 'inlineReference')
  const path = readUri(reference) ?? readUri(reference?.uri)
  const name = readString(part, 'name') ?? path?.split('/').at(-1)
  return name ? `\`${name.slice(0, 200)}\`` : ''
}
