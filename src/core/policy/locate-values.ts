// YAML tree → plain data with the offset of every part. Drops what the policy has no key for, and says so.

import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml'
import { expectMapping, nameValue } from './expect-value.ts'
import type { Complaint } from './parse-policy-file.ts'
import { type PolicyShape, policyShape, suggestKey } from './policy-shape.ts'
import { quoteText } from './quote-value.ts'

export interface LocatedValues {
  value: unknown
  complaints: Complaint[]
  /** Where a value stands, by its dotted path; the key stands in for a value that is not written. */
  offsets: ReadonlyMap<string, number>
}

/** Reads the tree of a policy. Unknown and repeated keys are complained about and left out. */
export function locateValues(contents: ParsedNode): LocatedValues {
  const complaints: Complaint[] = []
  const offsets = new Map<string, number>()
  const value = readNode(contents, policyShape, [])
  offsets.set('', contents.range[0])
  return { value, complaints, offsets }

  function readNode(node: ParsedNode | null, shape: PolicyShape | null, path: readonly string[]): unknown {
    if (isMap(node)) return Object.fromEntries(shape === null ? [] : readPairs(node, shape, path))
    if (isSeq(node)) {
      // The schema library takes a list for an object with the keys `0`, `1` ….
      if (shape !== null) {
        complaints.push(refuseList(node.range[0], path, shape))
        return {}
      }
      // Aliases have been complained about; what they stand for is not looked up.
      const items = node.items.filter((item) => !isAlias(item))
      return items.map((item, index) => {
        const itemPath = [...path, String(index)]
        offsets.set(itemPath.join('.'), item.range[0])
        return readNode(item, null, itemPath)
      })
    }
    return isScalar(node) ? node.value : null
  }

  function readPairs(map: YAMLMap.Parsed, shape: PolicyShape, path: readonly string[]): [string, unknown][] {
    const seen = new Set<string>()
    return map.items.flatMap(({ key, value: node }): [string, unknown][] => {
      if (!isScalar(key) || typeof key.value !== 'string') return []
      const name = key.value
      const offset = key.range[0]
      const child = shape.get(name)
      const keyPath = [...path, name]
      if (seen.has(name)) {
        complaints.push({ offset, message: `Key ${quoteText(keyPath.join('.'))} is given twice: keep one` })
        return []
      }
      seen.add(name)
      if (child === undefined) {
        complaints.push({ offset, message: describeUnknownKey(path, name, shape) })
        return []
      }
      if (isAlias(node)) return []
      const isWritten = node !== null && node.range[0] < node.range[1]
      offsets.set(keyPath.join('.'), isWritten ? node.range[0] : offset)
      return [[name, readNode(node, child, keyPath)]]
    })
  }
}

function refuseList(offset: number, path: readonly string[], shape: PolicyShape): Complaint {
  return { offset, message: `${nameValue(path)} ${expectMapping([...shape.keys()])({ input: [] })}` }
}

function describeUnknownKey(path: readonly string[], key: string, shape: PolicyShape): string {
  const meant = suggestKey(path, key, shape)
  const hint = meant === null ? '.' : `: did you mean \`${meant}\`?`
  const allowed = [...shape.keys()].map((known) => `\`${known}\``).join(', ')
  const name = quoteText([...path, key === '' ? '""' : key].join('.'))
  return `Unknown key ${name}${hint} Allowed: ${allowed}`
}
