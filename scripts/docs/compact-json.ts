// JSON for people: like `JSON.stringify` with two spaces, but a value that fits on its line stays there.

/** `value` as JSON in lines of at most `width` characters, where its strings allow that. */
export function formatCompactJson(value: unknown, width = 100, indent = '', before = 0): string {
  const flat = formatFlat(value)
  if (typeof value !== 'object' || value === null || indent.length + before + flat.length < width) return flat
  const inner = `${indent}  `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const items = Object.entries(value).map(([name, item]) => {
    const key = Array.isArray(value) ? '' : `${JSON.stringify(name)}: `
    return `${inner}${key}${formatCompactJson(item, width, inner, key.length)}`
  })
  return items.length === 0 ? flat : `${open}\n${items.join(',\n')}\n${indent}${close}`
}

function formatFlat(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(formatFlat).join(', ')}]`
  const items = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${formatFlat(item)}`)
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`
}
