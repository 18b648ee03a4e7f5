import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseScreen } from '../../scripts/terminal/parse-screen.ts'
import { recordDraft } from '../../scripts/terminal/record-draft.ts'
import { renderSvg } from '../../scripts/terminal/render-svg.ts'

const root = join(import.meta.dirname, '../..')
const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

test('the terminal in the README shows what the command line says today', {
  skip: hasTerminal ? false : 'there is no `script` of util-linux',
}, () => {
  const shown = readFileSync(join(root, 'docs/draft.svg'), 'utf8')
  assert.equal(recordDraft(join(root, 'src/cli.ts')), shown, 'run `npm run record:terminal`')
  assert.ok(shown.length < 60_000)
  assert.match(shown, /^<svg [^>]*role="img"[^>]*>\n<title>[^<]+<\/title>/)
})

test('parseScreen takes looks, line ends and erased lines', () => {
  assert.deepEqual(
    parseScreen('\u001B[1mA\u001B[22m b\r\n50 %\r\u001B[K\u001B[31;1mdone\u001B[0m\n\u001B[2Kx\n\n'),
    [
      [
        { text: 'A', looks: ['bold'] },
        { text: ' b', looks: [] },
      ],
      [{ text: 'done', looks: ['bold', 'red'] }],
      [{ text: 'x', looks: [] }],
    ],
  )
})

test('renderSvg escapes what is shown', () => {
  const svg = renderSvg([[{ text: '<a> & "b"', looks: ['red'] }]], 'a < b')
  assert.ok(svg.includes('<title>a &#60; b</title>'))
  assert.ok(svg.includes('<tspan class="red">&#60;a&#62; &#38; &#34;b&#34;</tspan>'))
})
