import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createGlob, longestText } from '../../../src/core/exempt/match-glob.ts'

const right: [glob: string, ...texts: string[]][] = [
  ['README.md', 'README.md'],
  ['*.md', 'README.md', '.md'],
  ['docs/*', 'docs/a', 'docs/.hidden'],
  ['docs/**', 'docs/a', 'docs/a/b/c.md'],
  ['**', 'a', 'a/b', ''],
  ['**/*.md', 'a.md', 'a/b.md', 'a/b/c.md'],
  ['**/x/**', 'x/a', 'a/x/b', 'a/b/x/c/d'],
  ['a/**/b', 'a/b', 'a/x/b', 'a/x/y/b'],
  ['**.js', 'a.js', 'a/b.js'],
  ['a**/b', 'a/b', 'axy/b', 'ax/y/b'],
  ['a**b', 'ab', 'a/b', 'axb'],
  ['file?.txt', 'file1.txt', 'fileé.txt', 'file😀.txt'],
  ['release/*', 'release/1.0'],
  ['app/[id]/(group).tsx', 'app/[id]/(group).tsx'],
  ['a.b+c^$|', 'a.b+c^$|'],
  ['***', 'a/b'],
]

const wrong: [glob: string, ...texts: string[]][] = [
  ['README.md', 'readme.md', 'README.mdx', 'docs/README.md', 'README-md', ''],
  ['*.md', 'a/b.md'],
  ['docs/*', 'docs', 'docs/a/b', 'xdocs/a'],
  ['docs/**', 'docs', 'docsx/a', 'src/docs/a'],
  ['**/*.md', 'a.mdx', 'a/md'],
  ['**/x', 'ax', 'a/bx', 'x/a'],
  ['a/**/b', 'ab', 'a/xb', 'ax/b', 'a/x/bb'],
  ['a**/b', 'ab', 'b'],
  ['file?.txt', 'file.txt', 'file12.txt', 'file/.txt'],
  ['app/[id]', 'app/i'],
  ['', 'a'],
]

describe('a glob', () => {
  for (const [glob, ...texts] of right) {
    for (const text of texts) {
      it(`\`${glob}\` matches \`${text}\``, () => assert.equal(createGlob(glob)(text), true))
    }
  }
  for (const [glob, ...texts] of wrong) {
    for (const text of texts) {
      it(`\`${glob}\` does not match \`${text}\``, () => assert.equal(createGlob(glob)(text), false))
    }
  }

  it('is what its regular expression would be', () => {
    const globs = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?', '**/', '**'), maxLength: 8 })
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 })
    fc.assert(
      fc.property(globs, texts, (glob, text) => {
        // No path has an empty part: there the two may differ.
        fc.pre(!text.includes('//') && !text.startsWith('/'))
        assert.equal(createGlob(glob)(text), toRegExp(glob).test(text))
      }),
      { numRuns: 5000, seed: 1 },
    )
  })

  it('takes no longer for what makes others take years', () => {
    const started = performance.now()
    for (const glob of ['*a'.repeat(60), '**/*a'.repeat(24), '**a'.repeat(40), `${'a*'.repeat(59)}b`]) {
      assert.equal(createGlob(glob)(`${'a'.repeat(longestText - 1)}c`), false)
      assert.equal(createGlob(glob)(`${'a/'.repeat(longestText / 2 - 1)}c`), false)
    }
    assert.ok(performance.now() - started < 500)
  })

  it('matches no text that is too long', () => {
    assert.equal(createGlob('**')('a'.repeat(longestText)), true)
    assert.equal(createGlob('**')('a'.repeat(longestText + 1)), false)
  })
})

function toRegExp(glob: string): RegExp {
  const pattern = glob.replace(/(^|(?<=\/))\*\*\/|\*\*+|[*?]/g, (part, start) => {
    if (start !== undefined) return '(?:[^/]+/)*'
    if (part === '*') return '[^/]*'
    return part === '?' ? '[^/]' : '.*'
  })
  return new RegExp(`^${pattern}$`)
}
