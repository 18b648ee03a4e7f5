// Puts generated text between its markers: `<!-- generated:<name> -->` and `<!-- /generated:<name> -->`.

/**
 * `text` with every marked part replaced. What an evaluation writes is marked with another `word`, as only a run of it
 * can say whether it is out of date. Throws on a name that nothing generates and on an unpaired marker.
 */
export function fillMarkers(
  text: string,
  parts: ReadonlyMap<string, string>,
  word: 'generated' | 'measured' = 'generated',
): string {
  const pattern = new RegExp(`<!-- ${word}:(\\S+) -->[\\s\\S]*?<!-- /${word}:\\1 -->`, 'g')
  const filled = text.replace(pattern, (_, name: string) => {
    const part = parts.get(name)
    if (part === undefined)
      throw new Error(`Nothing generates \`${name}\`, allowed: ${[...parts.keys()].join(', ')}`)
    return `<!-- ${word}:${name} -->\n\n${part}\n\n<!-- /${word}:${name} -->`
  })
  const count = (start: string) => filled.split(`<!-- ${start}:`).length - 1
  const [starts, ends] = [count(word), count(`/${word}`)]
  if (starts !== ends) throw new Error(`Unpaired marker: ${starts} \`${word}\`, ${ends} \`/${word}\``)
  return filled
}
