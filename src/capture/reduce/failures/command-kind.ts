// What a command was for, and so what its failure means.

import { type Part, parseCommand } from './parse-command.ts'
import { checkers, explorers, housekeepers, servers, talkers } from './programs.ts'

/** `look`: only looks around. `server`: runs until stopped. `check`: tests, builds, lints, installs, commits. */
type Purpose = 'look' | 'server' | 'check' | 'other'

export interface CommandKind {
  purpose: Purpose
  /** What runs of the same thing have in common: `npm test`. */
  family: string
  /** All words of what it is for. */
  words: readonly string[]
  /** All that it runs and that does more than look around. */
  steps: readonly CommandStep[]
  /** Whether a pipe's last program, and not what it is for, gives the exit code. */
  isPiped: boolean
  /** Small work on files or a script of one line: its failure alone tells nothing. */
  isPassing: boolean
  /** The last program of it when that one only looks, so that exit code 1 means “nothing found”. */
  endsWithLook: boolean
}

/** A program that a command runs. */
interface CommandStep {
  words: readonly string[]
  /** Where it runs, when the command says so. */
  folder: string | null
  /** Whether it went well when the command as a whole did: what stands behind it may have the exit code. */
  isTold: boolean
}

/** Reads `command`. */
export function readCommandKind(command: string): CommandKind {
  const parts = parseCommand(command)
  const main = parts.findIndex((part) => !isLook(part) && !housekeepers.has(part.words[0] ?? ''))
  const at = main === -1 ? parts.findIndex((part) => !isLook(part)) : main
  const endsWithLook = parts.length > 0 && isLook(parts.at(-1) ?? { words: [], joint: '' })
  const part = parts[at] ?? (isToldToFail(parts) ? parts[0] : undefined)
  if (!part) {
    const family = parts[0]?.words[0] ?? ''
    return { purpose: 'look', family, words: [], steps: [], isPiped: false, isPassing: true, endsWithLook }
  }
  const words = normalize(part.words)
  const line = words.join(' ')
  return {
    purpose: servers.test(line) ? 'server' : isCheck(words) ? 'check' : 'other',
    family: toFamily(words),
    words,
    steps: main === -1 ? [toStep(parts, at)] : listSteps(parts),
    isPiped: parts[at + 1]?.joint === '|',
    isPassing: housekeepers.has(words[0] ?? '') || inline.test(line),
    endsWithLook,
  }
}

function listSteps(parts: readonly Part[]): CommandStep[] {
  return parts.flatMap((part, at) =>
    isLook(part) || housekeepers.has(part.words[0] ?? '') ? [] : [toStep(parts, at)],
  )
}

function toStep(parts: readonly Part[], at: number): CommandStep {
  const { words = [], joint, isLoose = false } = parts[at] ?? {}
  const move = parts.slice(0, at).findLast((part) => part.words[0] === 'cd')
  return {
    words: normalize(words),
    folder: move?.words[1]?.replace(/\/+$/, '') ?? null,
    isTold:
      !isLoose && joint !== '||' && parts.slice(at + 1).every((part) => part.joint === '&&' && !part.isLoose),
  }
}

/** Whether a command of `done` that went well settles what failed as `failed`: it ran all of that, or more of it. */
export function settles(done: CommandKind, failed: CommandKind): boolean {
  const told = done.steps.filter(({ isTold }) => isTold)
  return failed.steps.every((step) => {
    const words = new Set(step.words)
    return told.some(
      (one) =>
        isSameFolder(one, step) && (one.words.every((word) => words.has(word)) || arePushes(one, step)),
    )
  })
}

/** Sends or gets commits: what fails is mended by other options, or elsewhere, and never by edits. */
export function isTransport({ words: [program, verb = ''] }: Pick<CommandStep, 'words'>): boolean {
  return program === 'git' && /^(?:push|fetch|clone)$/.test(verb)
}

/** However it is said in the end: what `git push` lacks, `git push -u origin cache` has. */
function arePushes(one: CommandStep, other: CommandStep): boolean {
  return isTransport(one) && isTransport(other) && one.words[1] === other.words[1]
}

function isSameFolder({ folder: one }: CommandStep, { folder: other }: CommandStep): boolean {
  if (one === null || other === null || one === other) return true
  return one.endsWith(`/${other}`) || other.endsWith(`/${one}`)
}

const inline =
  /^(?:node|deno eval|bun|python[\d.]*|ruby|perl|php|Rscript)(?: -\S+)* (?:-[ecrp]|--eval|--print|-pe|-ne)(?: |$)|^(?:node|python[\d.]*)(?: -)?$/

/** Talks only, and ends with a code of its own: `echo "2 files are missing"; exit 3`. */
function isToldToFail(parts: readonly Part[]): boolean {
  const fails = parts.some(({ words }) => words[0] === 'exit' && words[1] !== undefined && words[1] !== '0')
  return fails && parts.every(({ words }) => talkers.has(words[0] ?? ''))
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
