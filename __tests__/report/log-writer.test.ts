import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLogWriter } from '../../src/report/log-writer.ts'

function print(text: string): string {
  let printed = ''
  createLogWriter({
    write: (part) => {
      printed += part
    },
  }).line(text)
  return printed
}

/** How the runner finds a command: `::` after trimmed white space, or `##[` anywhere. */
function isCommand(line: string): boolean {
  return /^\s*::/u.test(line) || line.includes('##[')
}

const cases: [string, string, string][] = [
  ['plain text', 'a line', 'a line\n'],
  ['a line break', 'one\ntwo', 'one\ntwo\n'],
  ['CRLF and a lone CR', 'one\r\ntwo\rthree', 'one\ntwo\nthree\n'],
  ['Unicode line breaks', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd\n'],
  ['a command', '::error::x', '\\::error::x\n'],
  ['an indented command', ' \t\u00a0\u3000::error::x', ' \t\u00a0\u3000\\::error::x\n'],
  ['a command on a later line', 'text\n::add-mask::e', 'text\n\\::add-mask::e\n'],
  ['a command after a lone CR', 'text\r::set-output name=a::b', 'text\n\\::set-output name=a::b\n'],
  ['an old command', '##[error]x', '##\\[error]x\n'],
  ['an old command inside a line', 'see ##[group]x and ##[y]', 'see ##\\[group]x and ##\\[y]\n'],
  ['a command behind a byte order mark', '\ufeff::error::x', '\\::error::x\n'],
  ['a command behind a zero-width space', '\u200b::error::x', '\\::error::x\n'],
  ['a command split by an invisible character', ':\u200b:error::x', '\\::error::x\n'],
  ['an old command split by an invisible character', '#\u200d#\u2060[error]x', '##\\[error]x\n'],
  ['a command split by a colour', '\u001b[31m:\u001b[0m:error::x', '\\::error::x\n'],
  ['a colour', '\u001b[1;31mred\u001b[0m', 'red\n'],
  ['a one-byte CSI', '\u009b31mred', 'red\n'],
  ['a terminal title', '\u001b]0;title\u0007text', 'text\n'],
  ['a hyperlink', '\u001b]8;;https://e.example\u001b\\text\u001b]8;;\u001b\\', 'text\n'],
  ['an unfinished sequence', 'a\u001b', 'a\ufffd\n'],
  ['control characters', 'a\0b\u0008c\u007f', 'a\ufffdb\ufffdc\ufffd\n'],
  ['a tab', 'a\tb', 'a\tb\n'],
  ['bidirectional overrides', 'a\u202eb\u2066c\u061cd', 'abcd\n'],
  ['tag characters', 'a\u{e0041}\u{e0042}', 'a\n'],
  ['a lone surrogate', 'a\ud800b', 'a\ufffdb\n'],
  ['an emoji', 'done 🎉', 'done 🎉\n'],
  ['nothing', '', '\n'],
]

for (const [name, text, expected] of cases) {
  test(`a log line with ${name}`, () => {
    const printed = print(text)
    assert.equal(printed, expected)
    assert.deepEqual(printed.split('\n').filter(isCommand), [])
  })
}

test('a group folds what is printed inside it, and its title cannot add a line', () => {
  let printed = ''
  const log = createLogWriter({
    write: (part) => {
      printed += part
    },
  })
  const result = log.group('Read 100%\n::error::x', () => {
    log.line('inside')
    return 7
  })
  assert.equal(result, 7)
  assert.equal(printed, '::group::Read 100%25 ::error::x\ninside\n::endgroup::\n')
})

test('a group is closed when its content throws', () => {
  let printed = ''
  const log = createLogWriter({
    write: (part) => {
      printed += part
    },
  })
  assert.throws(() =>
    log.group('a', () => {
      throw new Error('stop')
    }),
  )
  assert.equal(printed, '::group::a\n::endgroup::\n')
})
