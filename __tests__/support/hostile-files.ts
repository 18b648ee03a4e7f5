// Makes broken forms of a text file, as a killed program or an enemy would leave it.

/** `text` cut off, doubled, with its values of other types, deeply nested, with a huge line, and no text at all. */
export function breakText(text: string): Map<string, string> {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  return new Map([
    ['empty', ''],
    ['cut in the middle', text.slice(0, Math.floor(text.length / 2))],
    ['cut near the end', text.slice(0, -3)],
    ['twice', `${text}\n${text}`],
    ['strings become numbers', text.replace(/: "[^"]*"/g, ': 7')],
    ['strings become lists', text.replace(/: "[^"]*"/g, ': [null, {"type": []}]')],
    ['lists become objects', text.replace(/\[/g, '{"a":').replace(/\]/g, '}')],
    ['deep', text.replace(/"[^"]*"(?=[,\n}])/, deep)],
    ['only deep', deep],
    ['huge line', `${text}\n${'x'.repeat(3_000_000)}\n${text}`],
    ['huge value', text.replace(/[a-z]{4,}/, (word) => word.repeat(500_000))],
    ['no text', '\u0000\u0001\uFFFD'.repeat(5_000)],
    ['prototype', text.replace(/"(?:text|type|say|role)"/g, '"__proto__"')],
    ['one letter', '{'],
    ['null', 'null'],
  ])
}
