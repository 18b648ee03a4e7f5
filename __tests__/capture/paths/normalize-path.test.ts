import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalizePath } from '../../../src/capture/paths/normalize-path.ts'

const cases: readonly [string, string | null][] = [
  ['/home/ann/shop/src/a.ts', '/home/ann/shop/src/a.ts'],
  ['/home/ann/../ann/./shop//a.ts', '/home/ann/shop/a.ts'],
  ['/../a.ts', '/a.ts'],
  ['src/../../a.ts', '../a.ts'],
  ['./src/a.ts', 'src/a.ts'],
  ['src\\a.ts', 'src/a.ts'],
  ['C:\\Users\\Ann\\Shop\\A.ts', 'c:/users/ann/shop/a.ts'],
  ['c:/Users/Ann/Shop/A.ts', 'c:/users/ann/shop/a.ts'],
  ['/c/Users/Ann/Shop/A.ts', 'c:/users/ann/shop/a.ts'],
  ['/mnt/c/Users/Ann/Shop/A.ts', 'c:/users/ann/shop/a.ts'],
  ['\\\\?\\C:\\Shop\\A.ts', 'c:/shop/a.ts'],
  ['C:', 'c:/'],
  ['\\\\server\\share\\Shop\\A.ts', '//server/share/shop/a.ts'],
  ['\\\\wsl.localhost\\Ubuntu\\home\\ann\\A.ts', '/home/ann/A.ts'],
  ['file:///home/ann/a%20b.ts', '/home/ann/a b.ts'],
  ['file:///c%3A/Shop/A.ts', 'c:/shop/a.ts'],
  ['file:///home/%zz', '/home/%zz'],
  ['/private/var/folders/a.ts', '/var/folders/a.ts'],
  ['cafe\u0301.ts', 'caf\u00e9.ts'],
  ['', null],
  ['a\0b', null],
  ['x'.repeat(5000), null],
]

for (const [path, expected] of cases) {
  test(`${JSON.stringify(path.slice(0, 60))}`, () => assert.equal(normalizePath(path), expected))
}
