// The calls of an AI in the messages of Cline's SDK. One use of `run_commands` is a call for each of its commands, as
// each has a result of its own.

import { isJsonObject, type JsonObject, readObject, readString } from '../../../core/json.ts'
import { findCommits } from '../../session/find-commits.ts'
import type { Action } from '../../session/session.ts'
import type { CallEnd, OpenCall, SessionBuilder } from '../../session/session-builder.ts'
import { readSdkEnds } from './read-sdk-ends.ts'

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
const mostCommands = 100

export class SdkCalls {
  private readonly builder: SessionBuilder
  /** Those that have no result yet, by their id. */
  private readonly open = new Map<string, OpenCall[]>()

  constructor(builder: SessionBuilder) {
    this.builder = builder
  }

  begin(block: JsonObject, at: string | null): void {
    const id = readString(block, 'id')
    const name = readString(block, 'name')
    if (!id || !name) return
    const action = actions.get(name) ?? (name.includes('__') ? 'mcp' : 'other')
    const input = readObject(block, 'input')
    const commands = action === 'shell' ? readCommands(input) : []
    const call = { action, name, paths: action === 'edit' ? readPaths(input) : [], at }
    const calls = commands.length > 0 ? commands.map((command) => ({ ...call, command })) : [call]
    this.open.set(id, calls)
    if (quietActions.has(action)) return
    for (const [index, one] of calls.entries()) this.builder.begin(`${id} ${index}`, one)
  }

  end(block: JsonObject): void {
    const id = readString(block, 'tool_use_id') ?? ''
    const calls = this.open.get(id)
    const [first] = calls ?? []
    if (calls === undefined || first === undefined) return
    this.open.delete(id)
    const ends = readSdkEnds(block)
    const whole = ends.find(({ status }) => status !== 'ok') ?? ends[0]
    if (whole === undefined) return
    if (quietActions.has(first.action)) {
      if (whole.status !== 'ok') this.builder.call({ ...first, ...whole, output: whole.output ?? null })
      return
    }
    const isEach = ends.length === calls.length
    for (const index of calls.keys()) this.endOne(`${id} ${index}`, (isEach && ends[index]) || whole)
  }

  private endOne(id: string, end: CallEnd): void {
    const call = this.builder.end(id, end)
    if (call?.status === 'ok') call.commits = findCommits(call.command, end.output ?? null)
  }
}

function readCommands(input: JsonObject | null): string[] {
  const listed = input?.commands ?? input?.command ?? input?.cmd
  const commands = Array.isArray(listed) ? listed.map(toCommand) : [toCommand(listed)]
  return commands.slice(0, mostCommands).filter((command) => command !== '')
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
