// How each agent asks its hooks, and how it takes a refusal. Sources: see src/init/hooks/hook-agents.ts.

import { resolve } from 'node:path'
import { isJsonObject, type JsonObject, readObject, readString } from '../core/json.ts'

export interface HookCall {
  /** The shell command that is about to run. */
  command: string
  cwd: string | null
  session: string | null
  /** What names it to `draft --session`: the file, absolute, or its id; null when the agent does not say. */
  transcript: string | null
}

export interface HookProtocol {
  /** Null when the call is about something else. */
  read(input: JsonObject): HookCall | null
  /** What to print so that the command does not run and `reason` reaches the model; a text is for stderr, with exit code 2. */
  deny(reason: string): JsonObject | string
}

const claude: HookProtocol = {
  read: (input) => toCall(input, readObject(input, 'tool_input')),
  deny: (reason) => ({
    hookSpecificOutput: {
      hookEventName: 'PreToolUse',
      permissionDecision: 'deny',
      permissionDecisionReason: reason,
    },
  }),
}

/** By the id that stands in the settings. */
export const hookProtocols: ReadonlyMap<string, HookProtocol> = new Map([
  ['claude-code', claude],
  // Codex refuses unknown fields; these are the ones it knows.
  ['openai-codex', claude],
  [
    'gemini-cli',
    {
      read: (input) => {
        const call = claude.read(input)
        const folder = readString(readObject(input, 'tool_input'), 'dir_path')
        return call && folder ? { ...call, cwd: resolve(call.cwd ?? '', folder) } : call
      },
      deny: (reason) => ({ decision: 'deny', reason }),
    },
  ],
  [
    'copilot-cli',
    {
      read: (input) => {
        const call = toCall(input, readArguments(input.toolArgs ?? input.tool_input))
        // It gives no file, but keeps the session in a folder of that name.
        return call && { ...call, transcript: call.transcript ?? call.session }
      },
      deny: (reason) => ({ permissionDecision: 'deny', permissionDecisionReason: reason }),
    },
  ],
  [
    'cursor',
    {
      read: (input) => toCall(input, input),
      deny: (reason) => ({
        permission: 'deny',
        user_message: 'ai-worklog: the description does not say how AI was used yet',
        agent_message: reason,
      }),
    },
  ],
  ['windsurf', { read: (input) => toCall(input, readObject(input, 'tool_info')), deny: (reason) => reason }],
  [
    'cline',
    {
      read: readClineCall,
      // `cancel` would end its run before the model is told why, so a command that fails runs in place of the call's.
      deny: (reason) => ({
        cancel: false,
        contextModification: reason,
        overrideInput: { commands: [clineRefusal] },
      }),
    },
  ],
  [
    'opencode',
    {
      read: (input) => {
        const call = claude.read(input)
        return call && { ...call, transcript: call.session }
      },
      // Its plugin, which is ours, throws it.
      deny: (reason) => ({ reason }),
    },
  ],
])

/** What runs in Cline in place of a call that is refused; who approves each call is shown it. */
export const clineRefusal = 'exit 1 # ai-worklog: the description does not say how AI was used yet'

/** The commands of one call run each in a shell of its own; they are looked at as lines of one. */
function readClineCall(input: JsonObject): HookCall | null {
  const listed = readObject(readObject(input, 'tool_call'), 'input')?.commands
  const commands = (Array.isArray(listed) ? listed : [listed]).filter(
    (command) => typeof command === 'string',
  )
  if (commands.length === 0) return null
  const [folder]: unknown[] = Array.isArray(input.workspaceRoots) ? input.workspaceRoots : []
  const session = readString(readObject(input, 'sessionContext'), 'rootSessionId')
  return {
    command: commands.join('\n'),
    cwd: typeof folder === 'string' ? folder : null,
    session,
    transcript: session,
  }
}

function toCall(input: JsonObject, args: JsonObject | null): HookCall | null {
  const command = readCommand(args?.command ?? args?.command_line)
  if (command === null) return null
  return {
    command,
    cwd: readString(input, 'cwd') || readString(args, 'cwd') || null,
    session:
      readString(input, 'session_id') ??
      readString(input, 'sessionId') ??
      readString(input, 'conversation_id') ??
      readString(input, 'trajectory_id'),
    transcript: readString(input, 'transcript_path') ?? readString(input, 'transcriptPath'),
  }
}

/** A line, or the words of one as Codex gives them: `["bash", "-lc", "…"]`. */
function readCommand(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return null
  const last: unknown = value.at(-1)
  return typeof last === 'string' ? last : null
}

/** Copilot CLI gives the arguments as an object, and did as JSON in a string. */
function readArguments(value: unknown): JsonObject | null {
  if (isJsonObject(value)) return value
  if (typeof value !== 'string') return null
  try {
    const parsed: unknown = JSON.parse(value)
    return isJsonObject(parsed) ? parsed : null
  } catch {
    return null
  }
}
