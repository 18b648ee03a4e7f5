// The block for coding agents in every file of instructions the repository has, once for files that are one: a link to
// another file and a file that imports `@AGENTS.md` have the block already.

import { posix } from 'node:path'
import { type AgentFile, defaultFile, ruleFolders, sharedFiles } from '../agent-files.ts'
import { findBlock } from '../edit/block.ts'
import { joinPlans, type Plan, planChange, planNote } from '../plan.ts'
import type { FileState, Repository } from '../repository.ts'
import { loadExample } from '../texts/load-example.ts'
import { type BlockFile, createBlockFile, planBlock, planNoBlock } from './block-target.ts'
import type { Target } from './target.ts'

export const agentsTarget: Target = {
  part: 'agents',
  async install(repository, { force }) {
    const shared = await readShared(repository)
    const own = await findOwn(repository)
    const plans = [...planShared(shared, force)]
    for (const file of own) plans.push(await planOwn(repository, file, force))
    if (plans.length > 0) return joinPlans(plans)
    const state = await repository.read(defaultFile)
    if (state.kind === 'unusable') return planNote('agents', defaultFile, 'blocked', state.reason)
    return planChange('agents', defaultFile, null, createBlockFile(toFile(defaultFile)))
  },
  async uninstall(repository, { force }) {
    const seen = new Set<string>()
    const plans: Plan[] = []
    const own = ruleFolders.map(({ path }) => path)
    for (const path of [...sharedFiles, ...own]) {
      const state = await repository.read(path)
      if (state.kind !== 'text' || seen.has(state.path)) continue
      seen.add(state.path)
      plans.push(planNoBlock(toFile(state.path), state.text, force, own.includes(path)))
    }
    return joinPlans(plans)
  },
}

interface Shared {
  path: string
  state: Exclude<FileState, { kind: 'missing' }>
}

async function readShared(repository: Repository): Promise<Shared[]> {
  const found: Shared[] = []
  for (const path of sharedFiles) {
    // A folder of that name gets a file of ours.
    const names = await repository.list(posix.dirname(path))
    if (names.includes(`${posix.basename(path)}/`)) continue
    const state = await repository.read(path)
    if (state.kind === 'missing' || (state.kind === 'unusable' && !state.isThere)) continue
    found.push({ path, state })
  }
  return found
}

function planShared(files: readonly Shared[], force: boolean): Plan[] {
  const texts = new Map(
    files.flatMap(({ state }) => (state.kind === 'text' ? [[state.path, state.text]] : [])),
  )
  const seen = new Map<string, string>()
  return files.map(({ path, state }) => {
    if (state.kind === 'unusable') return planNote('agents', path, 'blocked', state.reason)
    const first = seen.get(state.path)
    if (first !== undefined) return planNote('agents', path, 'kept', `is the same file as ${first}`)
    seen.set(state.path, path)
    const holder = findBlock(state.text, 'agents') === null ? findHolder(state.path, texts) : state.path
    if (holder !== state.path)
      return planNote('agents', path, 'kept', `imports ${holder}, which has the block`)
    return planBlock(toFile(state.path), state.text, force)
  })
}

/** The file at the end of what `path` imports, which has the block for it; of files in a circle the first. */
function findHolder(path: string, texts: ReadonlyMap<string, string>): string {
  const way: string[] = []
  for (let at = path; ; ) {
    way.push(at)
    const text = texts.get(at) ?? ''
    const next = findBlock(text, 'agents') === null ? findImport(at, text, texts) : null
    if (next === null) return at
    const circle = way.includes(next) ? way.slice(way.indexOf(next)) : []
    if (circle.length > 0) return [...texts.keys()].find((each) => circle.includes(each)) ?? at
    at = next
  }
}

/** The other file that `text` imports with a line such as `@AGENTS.md`, or null. To most agents that is just text. */
function findImport(path: string, text: string, texts: ReadonlyMap<string, string>): string | null {
  if (!/^(?:CLAUDE|GEMINI)\.md$/.test(posix.basename(path))) return null
  for (const [, name = ''] of text.matchAll(/(?:^|\s)@(?:\.\/)?([\w./-]+\.md)\b/g)) {
    const imported = posix.normalize(posix.join(posix.dirname(path), name))
    if (imported !== path && texts.has(imported)) return imported
  }
  return null
}

async function findOwn(repository: Repository): Promise<AgentFile[]> {
  const found: AgentFile[] = []
  for (const { folder, path, head } of ruleFolders) {
    const names = await repository.list(posix.dirname(folder))
    if (!names.includes(`${posix.basename(folder)}/`)) continue
    // Hooks alone, such as ours, are no rules.
    const held = await repository.list(folder)
    if (held.length !== 1 || held[0] !== 'hooks/') found.push({ path, head })
  }
  return found
}

async function planOwn(repository: Repository, { path, head }: AgentFile, force: boolean): Promise<Plan> {
  const state = await repository.read(path)
  if (state.kind === 'unusable') return planNote('agents', path, 'blocked', state.reason)
  if (state.kind === 'text') return planBlock(toFile(state.path), state.text, force)
  return planChange('agents', path, null, createBlockFile(toFile(path), head))
}

function toFile(path: string): BlockFile {
  return { part: 'agents', path, name: 'agents', content: loadExample('init/agents.md') }
}
