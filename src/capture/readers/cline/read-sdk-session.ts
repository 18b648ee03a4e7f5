// Reads a session of Cline's command line and of its newer extension: `<id>.messages.json`, version 1 of its contract,
// and `<id>.json` beside it.

import { basename, join } from 'node:path'
import {
  isJsonObject,
  type JsonObject,
  readBoolean,
  readObject,
  readObjects,
  readString,
} from '../../../core/json.ts'
import { findCommits } from '../../session/find-commits.ts'
import { readJsonFile } from '../../session/read-json-file.ts'
import type { Action, Session } from '../../session/session.ts'
import { type OpenCall, SessionBuilder } from '../../session/session-builder.ts'
import { textBetween } from '../../session/text-between.ts'
import { readBlocks, readResult, readResultText } from './read-result.ts'
import { findFile } from './read-task.ts'

const actions: ReadonlyMap<string, Action> = new Map([
  ['run_commands', 'shell'],
  ['execute_command', 'shell'],
  ['editor', 'edit'],
  ['apply_patch', 'edit'],
  ['write_to_file', 'edit'],
  ['replace_in_file', 'edit'],
  ['read_files', 'read'],
  ['search_codebase', 'search'],
  ['fetch_web_content', 'fetch'],
  ['spawn_agent', 'agent'],
])

/** Told only when they go wrong. */
const quietActions: ReadonlySet<Action> = new Set<Action>(['read', 'search', 'fetch', 'other'])
type OpenCalls = Map<string, OpenCall>

/** The session in `folder`; null when it holds none. */
export async function readSdkSession(folder: string, signal: AbortSignal): Promise<Session | null> {
  const id = basename(folder)
  const name = await findFile(folder, [`${id}.messages.json`])
  if (name === null) return null
  const builder = new SessionBuilder(id, { toolId: 'cline', toolName: 'Cline', path: folder })
  const manifest = await findFile(folder, [`${id}.json`])
  if (manifest !== null) {
    // It only adds folders and times: the messages count without it.
    const read = await readJsonFile(join(folder, manifest)).catch(() => null)
    noteManifest(builder, read?.value)
  }
  signal.throwIfAborted()
  const { value, problem } = await readJsonFile(join(folder, name))
  if (problem !== null) builder.problem(problem)
  const file = isJsonObject(value) ? value : null
  // What a sub-agent is asked, the AI asks.
  const isLead = (readString(file, 'agent') ?? 'lead') === 'lead'
  const open: OpenCalls = new Map()
  for (const message of readObjects(file, 'messages')) addMessage(builder, open, message, isLead)
  const session = builder.build()
  return builder.isEmpty && session.problems.length === 0 ? null : session
}

function noteManifest(builder: SessionBuilder, manifest: unknown): void {
  if (!isJsonObject(manifest)) return
  builder.note({ folder: readString(manifest, 'cwd'), at: readString(manifest, 'started_at') })
  builder.note({ folder: readString(manifest, 'workspace_root'), at: readString(manifest, 'ended_at') })
}

function addMessage(builder: SessionBuilder, open: OpenCalls, message: JsonObject, isLead: boolean): void {
  const isUser = readString(message, 'role') === 'user'
  const at =
    typeof message.ts === 'number' && Math.abs(message.ts) < 8.64e15
      ? new Date(message.ts).toISOString()
      : null
  builder.note({ at, model: readString(readObject(message, 'modelInfo'), 'id') })
  for (const block of readBlocks(message)) {
    const type = readString(block, 'type')
    if (type === 'text') addText(builder, readString(block, 'text') ?? '', at, isUser, isLead)
    else if (type === 'tool_use') addUse(builder, open, block, at)
    else if (type === 'tool_result') addResult(builder, open, block)
    else if (type !== 'thinking' && type !== 'image' && type !== 'redacted_thinking')
      builder.skip(`block.${type ?? 'none'}`)
  }
}

function addText(
  builder: SessionBuilder,
  text: string,
  at: string | null,
  isUser: boolean,
  isLead: boolean,
): void {
  if (!isLead) return
  if (!isUser) {
    builder.answer(text, at)
    return
  }
  const wrapped = textBetween(text, '<user_input', '</user_input>')
  const said = wrapped === null ? null : wrapped.slice(wrapped.indexOf('>') + 1)
  const isAdded = /^<(?:environment_details|mode_notice|system-reminder|file_content)\b/.test(text.trim())
  if (said !== null || !isAdded) builder.prompt(said ?? text, at)
}

function addUse(builder: SessionBuilder, open: OpenCalls, block: JsonObject, at: string | null): void {
  const id = readString(block, 'id')
  const name = readString(block, 'name')
  if (!id || !name) return
  const action = actions.get(name) ?? (name.includes('__') ? 'mcp' : 'other')
  const input = readObject(block, 'input')
  const paths = action === 'edit' ? readPaths(input) : []
  const call = { action, name, command: action === 'shell' ? readCommand(input) : null, paths, at }
  if (quietActions.has(action)) open.set(id, call)
  else builder.begin(id, call)
}

function addResult(builder: SessionBuilder, open: OpenCalls, block: JsonObject): void {
  const text = readResultText(block.content)
  const end = readResult(text, readBoolean(block, 'is_error') === true)
  const id = readString(block, 'tool_use_id') ?? ''
  const quiet = open.get(id)
  if (quiet) {
    open.delete(id)
    if (end.status !== 'ok') builder.call({ ...quiet, ...end, output: end.output ?? null })
    return
  }
  const call = builder.end(id, end)
  if (call?.status === 'ok') call.commits = findCommits(call.command, text)
}

/** Several commands of one call, one a line. */
function readCommand(input: JsonObject | null): string | null {
  const listed = input?.commands
  const commands = Array.isArray(listed)
    ? listed.map(toCommand)
    : [toCommand(listed ?? input?.command ?? input?.cmd)]
  return commands.filter((command) => command !== '').join('\n') || null
}

function toCommand(value: unknown): string {
  if (typeof value === 'string') return value
  if (!isJsonObject(value)) return ''
  const parts = Array.isArray(value.args) ? value.args.filter((part) => typeof part === 'string') : []
  return [readString(value, 'command') ?? '', ...parts].join(' ').trim()
}

function readPaths(input: JsonObject | null): string[] {
  const patch = (readString(input, 'input') ?? '').slice(0, 1_000_000)
  const named = [...patch.matchAll(/^\*\*\* (?:(?:Add|Update|Delete) File|Move to): (.{1,1000})$/gm)]
  return [readString(input, 'path') ?? '', ...named.map((match) => match[1]?.trim() ?? '')]
    .filter((path) => path !== '')
    .slice(0, 100)
}
