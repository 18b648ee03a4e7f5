// Puts generated text between its markers: `<!-- generated:<name> -->` and `<!-- /generated:<name> -->`.

/** `text` with every marked part replaced. Throws on a name that nothing generates and on an unpaired marker. */
export function fillMarkers(text: string, parts: ReadonlyMap<string, string>): string {
  const filled = text.replace(
    /<!-- generated:(\S+) -->[\s\S]*?<!-- \/generated:\1 -->/g,
    (_, name: string) => {
      const part = parts.get(name)
      if (part === undefined)
        throw new Error(`Nothing generates \`${name}\`, allowed: ${[...parts.keys()].join(', ')}`)
      return `<!-- generated:${name} -->\n\n${part}\n\n<!-- /generated:${name} -->`
    },
  )
  const count = (pattern: RegExp) => filled.match(pattern)?.length ?? 0
  const [starts, ends] = [count(/<!-- generated:/g), count(/<!-- \/generated:/g)]
  if (starts !== ends) throw new Error(`Unpaired marker: ${starts} \`generated\`, ${ends} \`/generated\``)
  return filled
}
