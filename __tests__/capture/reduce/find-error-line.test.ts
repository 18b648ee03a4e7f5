import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findErrorLine } from '../../../src/capture/reduce/failures/find-error-line.ts'

const cases: [tool: string, output: string, line: string][] = [
  [
    'Jest',
    `FAIL src/math.test.js\n  ● math › adds\n\n    expect(received).toBe(expected) // Object.is equality\n\n    Expected: 3\n    Received: 4\n\n      3 | test\n\nTests: 1 failed, 1 total`,
    '● math › adds Expected: 3 Received: 4',
  ],
  [
    'Vitest',
    ` ❯ src/math.test.ts (1 test | 1 failed) 4ms\n   × adds 3ms\n     → expected 4 to be 3 // Object.is equality\n\n⎯⎯⎯ Failed Tests 1 ⎯⎯⎯\n\n FAIL  src/math.test.ts > adds\nAssertionError: expected 4 to be 3 // Object.is equality`,
    'FAIL src/math.test.ts > adds AssertionError: expected 4 to be 3 // Object.is equality',
  ],
  [
    'node:test',
    `✔ subtracts (0.1ms)\n✖ adds (1.2ms)\nℹ tests 2\n\n✖ failing tests:\n\ntest at a.test.js:1:1\n✖ adds (1.2ms)\n  AssertionError [ERR_ASSERTION]: 4 == 3`,
    '✖ adds (1.2ms) AssertionError [ERR_ASSERTION]: 4 == 3',
  ],
  [
    'TAP',
    `TAP version 13\nnot ok 1 - adds\n  ---\n  error: 'Expected 3'\n  ...`,
    "not ok 1 - adds error: 'Expected 3'",
  ],
  [
    'node:test with values below',
    `✖ adds (1.2ms)\n  AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n  \n  1 !== 2\n  \n      at a.js:1`,
    '✖ adds (1.2ms) AssertionError [ERR_ASSERTION]: Expected values to be strictly equal: 1 !== 2',
  ],
  [
    'TAP with values below',
    `not ok 1 - adds\n  ---\n  error: |-\n    Expected values to be strictly equal:\n    \n    1 !== 2\n    \n  code: 'ERR_ASSERTION'`,
    'not ok 1 - adds error: Expected values to be strictly equal: 1 !== 2',
  ],
  [
    'Git',
    `error: Your local changes to the following files would be overwritten by merge:\n\tsrc/a.ts\nPlease commit your changes`,
    'error: Your local changes to the following files would be overwritten by merge: src/a.ts',
  ],
  ['nothing that is announced', `Error: cannot read:\n\n`, 'Error: cannot read:'],
  [
    'pytest',
    `    def test_x():\n>       assert 1 == 2\nE       assert 1 == 2\n\ntests/test_a.py:2: AssertionError\n=== short test summary info ===\nFAILED tests/test_a.py::test_x - assert 1 == 2\n=== 1 failed in 0.02s ===`,
    'FAILED tests/test_a.py::test_x - assert 1 == 2',
  ],
  [
    'Python',
    `Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nKeyError: 'a'\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "a.py", line 3\nmy.pkg.LookupError: no such key`,
    'my.pkg.LookupError: no such key',
  ],
  [
    'go test',
    `=== RUN   TestAdd\n    add_test.go:9: got 4, want 3\n--- FAIL: TestAdd (0.00s)\n    --- FAIL: TestAdd/small (0.00s)\n        add_test.go:9: got 4, want 3\nFAIL\nFAIL\tapp/math\t0.751s`,
    '--- FAIL: TestAdd/small (0.00s) add_test.go:9: got 4, want 3',
  ],
  [
    'go test, with what the test logs',
    `--- FAIL: TestAdd (0.20s)\n    hooks.go:196: Hook output: started\n    add_test.go:9: got 4, want 3\nFAIL`,
    '--- FAIL: TestAdd (0.20s) add_test.go:9: got 4, want 3',
  ],
  [
    'go mod',
    'go: downloading a v1\ngo: updates to go.mod needed; to update it:\n\tgo mod tidy',
    'go: updates to go.mod needed; to update it: go mod tidy',
  ],
  [
    'a runner of tasks',
    '[lint] $ golangci-lint run\n[lint] list/actions.go:1: : # app/list\n[lint] list/data.go:685:2: declared and not used: repo (typecheck)\n[lint] ERROR task failed',
    'list/data.go:685:2: declared and not used: repo (typecheck)',
  ],
  [
    'git push',
    'To github.com:a/b.git\n ! [rejected]        main -> main (fetch first)\nerror: failed to push some refs to a\nhint: Updates were rejected',
    '! [rejected] main -> main (fetch first)',
  ],
  [
    'git add',
    'The following paths are ignored by one of your .gitignore files:\n.beads\nhint: Use -f if you really want to add them.\nhint: "git config advice.addIgnoredFile false"',
    'The following paths are ignored by one of your .gitignore files: .beads',
  ],
  ['go build', '# app\n./main.go:4:2: undefined: retry', './main.go:4:2: undefined: retry'],
  [
    'golangci-lint',
    `pkg/markdown.go:45:2: QF1012: Use fmt.Fprintf(...) (staticcheck)\n\tmarkdown.WriteString(x)\n\t^\n3 issues:`,
    'pkg/markdown.go:45:2: QF1012: Use fmt.Fprintf(...) (staticcheck)',
  ],
  [
    'cargo build',
    `   Compiling app v0.1.0\nerror[E0308]: mismatched types\n --> src/main.rs:2:18\n  |\nerror: could not compile \`app\` due to 1 previous error`,
    'error[E0308]: mismatched types --> src/main.rs:2:18',
  ],
  [
    'cargo test',
    `running 1 test\ntest adds ... FAILED\n\n---- adds stdout ----\nthread 'adds' panicked at src/lib.rs:7:5:\nassertion \`left == right\` failed\n  left: 4\n right: 3\n\nerror: test failed, to rerun pass \`--lib\``,
    "thread 'adds' panicked at src/lib.rs:7:5: assertion `left == right` failed",
  ],
  [
    'tsc',
    `src/a.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.\nsrc/b.ts(1,7): error TS2304: x`,
    "src/a.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.",
  ],
  [
    'ESLint',
    `\n/work/app/src/a.js\n  1:1  warning  Unexpected console  no-console\n  3:7  error    'x' is not defined   no-undef\n\n✖ 2 problems (1 error, 1 warning)`,
    "/work/app/src/a.js 3:7 error 'x' is not defined no-undef",
  ],
  [
    'Biome',
    `src/a.ts:1:2 lint/style/useConst ━━━━━━\n\n  × This let declares a variable that is only assigned once.\n`,
    'src/a.ts:1:2 lint/style/useConst ━━━━━━ × This let declares a variable that is only assigned once.',
  ],
  ['javac', 'A.java:3: error: cannot find symbol\n    x();\n1 error', 'A.java:3: error: cannot find symbol'],
  [
    'Maven',
    `[INFO] Running FooTest\n[ERROR] Tests run: 1, Failures: 1\n[ERROR] Failures: \n[ERROR]   FooTest.adds:12 expected: <3> but was: <4>\n[ERROR] Failed to execute goal org.apache.maven.plugins\n[ERROR] -> [Help 1]`,
    '[ERROR] FooTest.adds:12 expected: <3> but was: <4>',
  ],
  [
    'Gradle',
    `> Task :test FAILED\n\nFooTest > adds() FAILED\n    org.opentest4j.AssertionFailedError: expected: <3> but was: <4>\n        at FooTest.java:9\n\nFAILURE: Build failed with an exception.\n\n* What went wrong:\nExecution failed for task ':test'.`,
    'FooTest > adds() FAILED org.opentest4j.AssertionFailedError: expected: <3> but was: <4>',
  ],
  [
    'RSpec',
    `Failures:\n\n  1) Math adds\n     Failure/Error: expect(add(1, 2)).to eq(4)\n\n       expected: 4\n            got: 3\n`,
    'Failure/Error: expect(add(1, 2)).to eq(4) expected: 4 got: 3',
  ],
  [
    'dotnet test',
    `  Failed Math.Adds [12 ms]\n  Error Message:\n   Assert.Equal() Failure: Values differ\nExpected: 3`,
    'Failed Math.Adds [12 ms] Error Message: Assert.Equal() Failure: Values differ',
  ],
  [
    'dotnet build',
    "/work/A.cs(3,5): error CS0103: The name 'x' does not exist [/work/a.csproj]",
    "/work/A.cs(3,5): error CS0103: The name 'x' does not exist [/work/a.csproj]",
  ],
  [
    'make',
    `gcc -c a.c\na.c:3:5: error: expected ';' before '}' token\nmake: *** [Makefile:2: a.o] Error 1`,
    "a.c:3:5: error: expected ';' before '}' token",
  ],
  [
    'make alone',
    'make: *** No rule to make target `x`.  Stop.',
    'make: *** No rule to make target `x`. Stop.',
  ],
  ['git', 'fatal: not a git repository', 'fatal: not a git repository'],
  [
    'npm',
    `npm error code ERESOLVE\nnpm error ERESOLVE unable to resolve dependency tree\nnpm error A complete log of this run`,
    'npm error ERESOLVE unable to resolve dependency tree',
  ],
  [
    'shell',
    'Exit code 127\n(eval):1: command not found: goreleaser',
    '(eval):1: command not found: goreleaser',
  ],
  ['any', 'step 1\nstep 2\n\n  ended here  \n\n', 'ended here'],
  ['colours', '\u001b[1m\u001b[31mError\u001b[39m\u001b[22m: no\u001b]8;;x\u0007 link', 'Error: no link'],
  ['progress', '10 %\r50 %\rError: stopped at 50 %\n', 'Error: stopped at 50 %'],
  ['other letters', 'Exit code 1\n编译失败', '编译失败'],
]

for (const [tool, output, line] of cases) {
  test(`Finds the error line of ${tool}`, () => {
    assert.equal(findErrorLine(output), line)
  })
}

test('Says nothing where the output says nothing', () => {
  assert.equal(findErrorLine(''), null)
  assert.equal(findErrorLine('Exit code 1\n\n---\n'), null)
})

test('Is one line of at most 300 characters, whatever comes', () => {
  for (const output of [
    `Error: ${'word '.repeat(1000)}`,
    'a'.repeat(4000),
    `${'x:'.repeat(2000)}\u0000`,
    '\u001b['.repeat(2000),
  ]) {
    const line = findErrorLine(output) ?? ''
    assert.ok(line.length <= 300 && !/[\n\r\u0000\u001b]/.test(line), line)
  }
})
