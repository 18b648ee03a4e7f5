// Our entry in an agent's JSON settings: added, brought up to date and removed without touching another byte, comments
// and trailing commas included.

import {
  applyEdits,
  type FormattingOptions,
  getNodeValue,
  type JSONPath,
  modify,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser'
import { isJsonObject } from '../../core/json.ts'
import type { HookAgent } from '../hooks/hook-agents.ts'
import { readNewline } from './text-style.ts'

/** The text of a new settings file. */
export function createSettings({ list, base, entry }: HookAgent): string {
  const nested = list.reduceRight<unknown>((inner, key) => ({ [key]: inner }), [entry])
  return `${JSON.stringify({ ...base, ...(isJsonObject(nested) ? nested : {}) }, null, 2)}\n`
}

/** Whether `text` has our entry. */
export function hasEntry(text: string, agent: HookAgent): boolean {
  return readEntries(text, agent)?.some((value) => isOurs(value, agent)) === true
}

/** `text` with our entry as it should be, or null when it is not settings that can hold one. */
export function putEntry(text: string, agent: HookAgent): string | null {
  const source = text.trim() === '' ? '{}\n' : text
  const entries = readEntries(source, agent)
  if (entries === null) return null
  const index = entries.findIndex((value) => isOurs(value, agent))
  if (index < 0) {
    const path = [...agent.list, entries.length]
    // Into a list that is there, or with the lists and objects around it.
    return hasList(source, agent)
      ? edit(source, path, agent.entry, true)
      : edit(source, [...agent.list], [agent.entry])
  }
  if (JSON.stringify(entries[index]) === JSON.stringify(agent.entry)) return text
  return edit(source, [...agent.list, index], agent.entry)
}

/** `text` without our entry and without the lists and objects that held nothing else, or null. */
export function dropEntry(text: string, agent: HookAgent): string | null {
  let result = text
  for (;;) {
    const entries = readEntries(result, agent)
    if (entries === null) return null
    const index = entries.findIndex((value) => isOurs(value, agent))
    if (index < 0) return result
    if (entries.length > 1) {
      result = edit(result, [...agent.list, index], undefined)
      continue
    }
    // The outermost object that holds only this.
    let depth = agent.list.length
    while (depth > 1 && countKeys(result, agent.list.slice(0, depth - 1)) === 1) depth--
    result = edit(result, agent.list.slice(0, depth), undefined)
  }
}

/** Whether `value` runs our hook, in whatever version. */
function isOurs(value: unknown, { id }: HookAgent): boolean {
  return new RegExp(`\\bai-worklog hook ${id}\\b`).test(JSON.stringify(value) ?? '')
}

/** The entries of the list; empty when there is none, null when the text is not JSON or something else is there. */
function readEntries(text: string, { list }: HookAgent): unknown[] | null {
  let node = parse(text)
  if (node?.type !== 'object') return null
  for (const key of list) {
    const next = findValue(node, key)
    if (next === undefined) return []
    node = next
    if (node.type !== 'object' && node.type !== 'array') return null
  }
  const value: unknown = getNodeValue(node)
  return Array.isArray(value) ? value : null
}

function hasList(text: string, { list }: HookAgent): boolean {
  let node: Node | undefined = parse(text)
  for (const key of list) node = node === undefined ? undefined : findValue(node, key)
  return node?.type === 'array'
}

function countKeys(text: string, path: readonly string[]): number {
  let node: Node | undefined = parse(text)
  for (const key of path) node = node === undefined ? undefined : findValue(node, key)
  return node?.children?.length ?? 0
}

function parse(text: string): Node | undefined {
  const errors: ParseError[] = []
  const node = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true })
  return errors.length === 0 ? node : undefined
}

function findValue(node: Node, key: string): Node | undefined {
  if (node.type !== 'object') return undefined
  return node.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1]
}

function edit(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const source = text.slice(bom.length)
  const edits = modify(source, path, value, { formattingOptions: readFormat(source), isArrayInsertion })
  return bom + applyEdits(source, edits)
}

/** The indentation of the first line that has one. */
function readFormat(text: string): FormattingOptions {
  const indent = /^(?:\t+| +)(?=["}\]])/m.exec(text)?.[0] ?? '  '
  const isTab = indent.startsWith('\t')
  return { insertSpaces: !isTab, tabSize: isTab ? 1 : indent.length, eol: readNewline(text) }
}
