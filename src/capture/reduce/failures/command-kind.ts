// What a command was for, and so what its failure means.

import { type Part, parseCommand } from './parse-command.ts'
import { checkers, explorers, housekeepers, servers } from './programs.ts'

/** `look`: only looks around. `server`: runs until stopped. `check`: tests, builds, lints, installs, commits. */
export type Purpose = 'look' | 'server' | 'check' | 'other'

export interface CommandKind {
  purpose: Purpose
  /** What runs of the same thing have in common: `npm test`. */
  family: string
  /** All words of what it is for: one run covers another when it has no more. */
  words: readonly string[]
  /** Whether a pipe's last program, and not what it is for, gives the exit code. */
  isPiped: boolean
  /** The last program of it when that one only looks, so that exit code 1 means “nothing found”. */
  endsWithLook: boolean
}

/** Reads `command`. */
export function readCommandKind(command: string): CommandKind {
  const parts = parseCommand(command)
  const main = parts.findIndex((part) => !isLook(part) && !housekeepers.has(part.words[0] ?? ''))
  const at = main === -1 ? parts.findIndex((part) => !isLook(part)) : main
  const part = parts[at]
  const endsWithLook = parts.length > 0 && isLook(parts.at(-1) ?? { words: [], joint: '' })
  if (!part)
    return { purpose: 'look', family: parts[0]?.words[0] ?? '', words: [], isPiped: false, endsWithLook }
  const words = normalize(part.words)
  const line = words.join(' ')
  const purpose = servers.test(line) ? 'server' : isCheck(words) ? 'check' : 'other'
  return { purpose, family: toFamily(words), words, isPiped: parts[at + 1]?.joint === '|', endsWithLook }
}

function isLook({ words: [program = '', ...rest] }: Part): boolean {
  if (rest.length === 1 && /^(?:--version|-v|-V|--help|-h|version|help)$/.test(rest[0] ?? '')) return true
  const only = explorers.get(program)
  return only === null || only?.test(rest.join(' ')) === true
}

function isCheck([program = '', ...rest]: readonly string[]): boolean {
  const only = checkers.get(program)
  return only === null || only?.test(rest.join(' ')) === true
}

/** `npm run test` and `npm t` are `npm test`. */
function normalize(words: readonly string[]): readonly string[] {
  const [program = '', ...rest] = words
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(program)) return words
  if (rest[0] === 'run' || rest[0] === 'run-script') rest.shift()
  if (rest[0] === 't' || rest[0] === 'tst') rest[0] = 'test'
  if (rest[0] === 'i') rest[0] = 'install'
  return [program, ...rest]
}

const withCommands =
  /^(?:npm|pnpm|yarn|bun|go|cargo|dotnet|git|gh|docker|mix|swift|zig|flutter|dart|gradlew?|mvnw?|make|bundle|composer|nx|turbo|terraform|tofu|kubectl|helm|uv|poetry|pip3?|rails|rake|bazel|next|vite|prisma|deno|just|task|node|python[\d.]*|ruby|php|perl|sh|bash)$/

function toFamily([program = '', ...rest]: readonly string[]): string {
  if (!withCommands.test(program)) return program
  const first = rest.find((word) => !word.startsWith('-'))
  return program === 'node' && rest.includes('--test')
    ? 'node --test'
    : [program, first ?? ''].join(' ').trim()
}
