// Our entry in an agent's JSON settings: added, brought up to date and removed without touching another byte, comments
// and trailing commas included.

import { getNodeValue, type Node } from 'jsonc-parser'
import { isJsonObject } from '../../core/json.ts'
import type { HookAgent } from '../hooks/hook-agents.ts'
import { insertLast, parseJson, removeChild, replaceNode } from './json-edit.ts'

/** The text of a new settings file. */
export function createSettings({ list, base, entry }: HookAgent): string {
  const nested = nest(list, [entry])
  return `${JSON.stringify({ ...base, ...(isJsonObject(nested) ? nested : {}) }, null, 2)}\n`
}

/** Whether `text` has our entry. */
export function hasEntry(text: string, agent: HookAgent): boolean {
  return (readSettings(text, agent)?.ours.length ?? 0) > 0
}

/** `text` with our entry as it should be, or null when it is not settings that can hold one. */
export function putEntry(text: string, agent: HookAgent): string | null {
  const settings = readSettings(text, agent)
  if (settings === null) return null
  const { path, list, ours } = settings
  const [first] = ours
  if (first !== undefined) {
    const node = list?.children?.[first]
    if (node === undefined || isSame(node, agent.entry)) return text
    return replaceNode(text, node, agent.entry)
  }
  const parent = path.at(-1)
  if (parent === undefined) return null
  if (list !== null) return insertLast(text, list, null, agent.entry)
  const [key = '', ...rest] = agent.list.slice(path.length - 1)
  return insertLast(text, parent, key, nest(rest, [agent.entry]))
}

/** `text` without our entry and without the lists and objects that were made for it, or null. */
export function dropEntry(text: string, agent: HookAgent): string | null {
  let result = text
  for (;;) {
    const settings = readSettings(result, agent)
    if (settings === null) return null
    const { list, ours } = settings
    const [first] = ours
    if (list === null || first === undefined) return result
    const current = result
    const isOnly = list.children?.length === 1
    const candidates = isOnly ? dropContainers(result, settings, agent.list) : []
    const inner = removeChild(result, list, first)
    // What `putEntry` would have made this of; else as much as is ours alone.
    result =
      [...candidates, inner].find((each) => putEntry(each, agent) === current) ?? candidates[0] ?? inner
  }
}

interface Settings {
  /** The objects that the list is in, from the outermost, as far as they are there. */
  path: Node[]
  list: Node | null
  /** Which of its entries are ours, in any version. */
  ours: number[]
}

/** Null when the text is not JSON, or something else is where the list should be. */
function readSettings(text: string, { id, list: keys }: HookAgent): Settings | null {
  const root = parseJson(text)
  if (root?.type !== 'object') return null
  let node: Node = root
  const path = [node]
  for (const [index, key] of keys.entries()) {
    const next: Node | undefined = findProperty(node, key)?.children?.[1]
    if (next === undefined) return { path, list: null, ours: [] }
    if (next.type !== (index === keys.length - 1 ? 'array' : 'object')) return null
    node = next
    if (node.type === 'object') path.push(node)
  }
  const pattern = new RegExp(`\\bai-worklog hook ${id}\\b`)
  const ours = (node.children ?? []).flatMap((child, index) =>
    pattern.test(JSON.stringify(getNodeValue(child))) ? index : [],
  )
  return { path, list: node, ours }
}

/** `text` without each container that holds nothing but our entry, the outermost first. */
function dropContainers(text: string, { path }: Settings, keys: readonly string[]): string[] {
  const dropped: string[] = []
  for (let depth = keys.length - 1; depth >= 0; depth--) {
    const container = path[depth]
    const index =
      container?.children?.findLastIndex((child) => child.children?.[0]?.value === keys[depth]) ?? -1
    if (container === undefined || index < 0) break
    dropped.unshift(removeChild(text, container, index))
    if (container.children?.length !== 1) break
  }
  return dropped
}

function findProperty(node: Node, key: string): Node | undefined {
  return node.children?.findLast(({ children }) => children?.[0]?.value === key)
}

function isSame(node: Node, value: unknown): boolean {
  return JSON.stringify(getNodeValue(node)) === JSON.stringify(value)
}

function nest(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
}
