import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCommandKind } from '../../../src/capture/reduce/failures/command-kind.ts'
import { parseCommand } from '../../../src/capture/reduce/failures/parse-command.ts'

test('Commands are taken for what they run', () => {
  const kinds: [string, string, string][] = [
    ['npm t', 'check', 'npm test'],
    ['npm run test -- --watch=false', 'check', 'npm test'],
    ['CI=1 npx --yes vitest run a.test.ts', 'check', 'vitest'],
    ['cd "my app" && pnpm exec tsc -p . 2>&1 | head -20', 'check', 'tsc'],
    ['./node_modules/.bin/eslint src', 'check', 'eslint'],
    ['timeout 60 uv run pytest -x', 'check', 'pytest'],
    ['C:\\Python\\python.exe -m pytest', 'check', 'pytest'],
    ["bash -lc 'cd x; go test ./... > out.txt'", 'check', 'go test'],
    ['sudo -E env A=b ./gradlew test', 'check', 'gradlew test'],
    ['node --test "__tests__/*.ts"', 'check', 'node --test'],
    ['git commit -m "a && b; c | d"', 'check', 'git commit'],
    ['node scripts/build.js', 'other', 'node scripts/build.js'],
    ['sed -i s/a/b/ x.ts', 'other', 'sed'],
    ['sed -n 1,10p x.ts', 'look', ''],
    ['ls; cat x # npm test', 'look', 'ls'],
    ['npm --version', 'look', 'npm'],
    ['git --no-pager log -3', 'look', 'git'],
    ['npm run dev', 'server', 'npm dev'],
    ['vitest --watch', 'server', 'vitest'],
    ['', 'look', ''],
  ]
  for (const [command, purpose, family] of kinds) {
    const kind = readCommandKind(command)
    assert.equal(kind.purpose, purpose, command)
    if (family !== '') assert.equal(kind.family, family, command)
  }
})

test('Quotes, joints and comments are read as a shell reads them', () => {
  assert.deepEqual(
    parseCommand('a "b \\" c" \'d;e\' f\\ g#h && i|j || k # && l\nm > out 2>&1 <<EOF\nn\nEOF'),
    [
      { words: ['a', 'b " c', 'd;e', 'f g#h'], joint: '' },
      { words: ['i'], joint: '&&' },
      { words: ['j'], joint: '|' },
      { words: ['k'], joint: '||' },
      { words: ['m'], joint: ';' },
    ],
  )
})

test('Hostile command lines are read in bounds', () => {
  for (const command of [
    '"'.repeat(4001),
    '&&'.repeat(2000),
    'sudo '.repeat(900),
    '\\'.repeat(4001),
    `bash -c '${'bash -c '.repeat(400)}'`,
  ])
    assert.ok(parseCommand(command).length <= 64)
})
