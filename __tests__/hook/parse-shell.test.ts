// Shell command lines as words.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseShell } from '../../src/hook/shell/parse-shell.ts'

const words = (line: string) =>
  parseShell(line).map(({ words }) =>
    words.map(({ text, isKnown, file }) => (file !== null ? { file } : isKnown ? text : { text })),
  )

describe('parseShell', () => {
  for (const [line, expected] of [
    ['', []],
    ['ls', [['ls']]],
    ['a  b\tc', [['a', 'b', 'c']]],
    ['a \'b c\' "d e" f\\ g', [['a', 'b c', 'd e', 'f g']]],
    ['a "b\'c" \'d"e\' "f\\"g\\n"', [['a', "b'c", 'd"e', 'f"g\\n']]],
    ["a $'b\\nc\\'d' e", [['a', "b\nc'd", 'e']]],
    ['a && b || c; d & e | f', [['a'], ['b'], ['c'], ['d'], ['e'], ['f']]],
    ['(cd x; a) && { b; }', [['cd', 'x'], ['a'], ['{', 'b'], ['}']]],
    ['a \\\n  b', [['a', 'b']]],
    ['a # b\nc', [['a'], ['c']]],
    ['a b#c', [['a', 'b#c']]],
    ['a $b "$' + '{c} d" `e` *.md', [['a', { text: '' }, { text: ' d' }, { text: '' }, { text: '*.md' }]]],
    ['a "$5" "100 $"', [['a', { text: '' }, '100 $']]],
    ['a "$(cat b.md)" "$(cat <<< x)"', [['a', { file: 'b.md' }, 'x']]],
    ['a "$(b | c)" "$((1 + 2))"', [['a', { text: '' }, { text: '' }]]],
    ['a 2>&1 >b <c &>d', [['a']]],
    ['a "unclosed', [['a', 'unclosed']]],
    ["a 'unclosed", [['a', 'unclosed']]],
    ['a $(unclosed', [['a', { text: '' }]]],
    ['a ) b', [['a'], ['b']]],
  ] as const) {
    it(JSON.stringify(line), () => assert.deepEqual(words(line), expected))
  }

  it('reads here-documents', () => {
    const [command] = parseShell("cat > x.md <<'EOF'\n# `a` $b\n\nEOF\n")
    assert.deepEqual([command?.input, command?.output?.text], ['# `a` $b\n\n', 'x.md'])
    assert.equal(parseShell('cat <<-E\n\t\ta\\`b\\`\n\tE\nls')[0]?.input, 'a`b`\n')
    assert.deepEqual(words('cat <<A <<B\n1\nA\n2\nB\nls'), [['cat'], ['ls']])
  })

  it('reads a here-document inside a substitution inside quotes', () => {
    const line = 'gh pr create --body "$(cat <<\'EOF\'\n## It\'s (a) "body"\n- b) c\nEOF\n)" --title x'
    assert.deepEqual(words(line), [
      ['gh', 'pr', 'create', '--body', '## It\'s (a) "body"\n- b) c', '--title', 'x'],
    ])
  })

  it('never fails or stands still', () => {
    for (const line of [
      '$('.repeat(5000),
      '('.repeat(20_000),
      '<<'.repeat(9000),
      '"$('.repeat(3000),
      "$'\\",
      '`',
      '<<<',
      '>',
      '\\',
      '<<EOF',
    ]) {
      assert.ok(Array.isArray(parseShell(line)))
    }
    assert.deepEqual(parseShell('a'.repeat(600_000)), [])
  })
})
