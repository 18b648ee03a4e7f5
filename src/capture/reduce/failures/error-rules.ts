// How compilers, test runners and other programs say what went wrong. Data only. The first rule that a line matches
// gives the error; more telling rules stand first.

export interface ErrorRule {
  line: RegExp
  /** Lines below that complete it, each the next that matches, not far away; of a list the first that any does. */
  follow?: readonly (RegExp | readonly RegExp[])[]
  /** The nearest line above that says where, such as the file over ESLint's findings. */
  heading?: RegExp
  /** The last such line, not the first: the end of Python's traceback is what went wrong. */
  last?: true
  /** Only in output that has this. */
  within?: RegExp
}

const named =
  /^\s*(?:E\s+)?(?:Caused by: |Uncaught |Unhandled |error: )?(?:[\w$]+[.:]+){0,8}[A-Z]\w*(?:Error|Exception|Panic|Failure)\b(?: \[\w+\])?(?:: .*\S.*|\s*)$/
const assertion = /^\s*(?:[\w.]*(?:Assertion\w*|Error)\b.*:.*\S.*|Error: .+|expected .+|→ .+)$/

export const errorRules: readonly ErrorRule[] = [
  // pytest
  { line: /^(?:FAILED|ERROR) \S+(?:::.+)? - .+/ },
  { line: /^E\s{2,}\S.*/ },
  // Jest
  {
    line: /^\s*● (?!Console|.*obsolete).+/,
    follow: [/^\s*(?:Expected\b.*:.*|[A-Z]\w*Error: .*|Cannot .*|Your .*|Unable .*)/, /^\s*Received\b.*:.*/],
  },
  // Biome
  { line: /^\S+:\d+:\d+ (?:lint|parse|format|assist|syntax)\S*.*/, follow: [/^\s*[×✖] .+/] },
  // Vitest
  { line: /^\s*(?:FAIL|❯)\s+\S+\.\w+ > .+/, follow: [assertion] },
  { line: /^\s*×\s+\S.*/, follow: [assertion] },
  // node:test, with its own and with TAP's output
  { line: /^\s*not ok \d+ - .+/, follow: [/^\s*error: .+/] },
  { line: /^\s*✖ (?!failing tests:).+\(\d[\d.]*ms\)$/, follow: [assertion] },
  // Mocha
  { line: /^\s*\d+\) \S.*:$/, follow: [assertion] },
  // TypeScript, MSBuild, C#
  { line: /\berror TS\d+: .+/ },
  { line: /: (?:fatal )?error [A-Z]{1,4}\d{3,5}: .+/ },
  // Rust
  {
    line: /^error(?:\[[A-Z]\d+\])?: (?!could not compile|aborting due|test failed|process didn't|\d+ target).+/,
    follow: [/^\s*--> .+/],
    within: /^\s*--> |\bcargo\b|\brustc\b/m,
  },
  { line: /^thread '.*?'(?: \(\d+\))? panicked at .+:$/, follow: [/\S/] },
  { line: /^thread '.*?'(?: \(\d+\))? panicked at .+/ },
  // Go
  {
    line: /^\s*--- FAIL: .+/,
    // What a test logs looks like what it fails by.
    follow: [
      [
        /^\s+\S+\.go:\d+: .*\b(?:expect|want|got\b|should|fail|error|unexpected|mismatch|missing|cannot|invalid|no[nt]?\b).*|^\s+Error:\s.*/i,
        /^\s+\S+\.go:\d+: .*/,
      ],
    ],
    last: true,
  },
  { line: /^panic: .+/ },
  { line: /^go: (?!downloading |finding |extracting |added |upgraded |found |creating |to add ).+/ },
  { line: /^(?:\.{0,2}\/)?[\w@./-]+\.go:\d+(?::\d+)?: .+/ },
  // Java, Kotlin, C, C++, Swift
  { line: /^\S[^:]{0,200}:\d+(?::\d+)?: (?:fatal )?error: .+/ },
  { line: /^e: .+/ },
  // Maven and Gradle
  {
    line: /^\[ERROR\] +(?!Failed to execute|To see|Re-run|For more|->|\[Help|COMPILATION ERROR|Tests run|Failures:|Errors:|There are test|See |Please refer|After correcting|\s*mvn )\S.*/,
  },
  { line: /^\S+ > .+ FAILED$/, follow: [/^\s+(?:[\w$]+[.])*\w*(?:Error|Exception|Failure)\b.*/] },
  { line: /^\* What went wrong:$/, follow: [/\S/] },
  // RSpec
  {
    line: /^\s*Failure\/Error: .+/,
    follow: [/^\s*(?:expected|Expected|undefined|[A-Z]\w*Error).*/, /^\s*got:? .*/],
  },
  // dotnet test
  { line: /^\s*Failed \S.*\[.*\]$/, follow: [/^\s*Error Message:$/, /\S/] },
  { line: /^\s*Error Message:$/, follow: [/\S/] },
  // PHPUnit
  { line: /^\d+\) \S+::\S+$/, follow: [/\S/] },
  // ESLint and its like
  { line: /^\s*\d+:\d+\s+error\s+\S.*/, heading: /^\S.*\.\w{1,6}$/ },
  { line: /^\S+:\d+:\d+: [A-Z]+\d+:? .+/ },
  // mypy
  { line: /^\S+:\d+: error: .+/ },
  // Exceptions of any language
  { line: named, last: true, within: /^Traceback \(most recent call last\)/m },
  { line: named },
  // Version control, package managers
  { line: /^(?:fatal|CONFLICT \(.*\)): .+/ },
  { line: /^ ! \[(?:remote )?rejected\] .+/ },
  { line: /^The following paths are ignored by .+/, follow: [/\S/] },
  {
    line: /^npm (?:ERR!|error) (?!A complete log|code |Lifecycle|errno|path |command |workspace |location |in workspace|syscall|\s*$).+/,
  },
  { line: /^(?:\s*ERR_PNPM_\w+|ERROR: |error Command ).+/ },
  // Any program
  { line: /^\W{0,4}(?:fatal|error|failed|failure|panic|exception)\b\W{0,3}[: ]\s*\S.*/i },
  { line: /^[\w ./@-]{1,80}: (?:fatal |syntax |runtime )?(?:error|panic)\b.*/i },
  { line: /(?:command not found|No such file or directory|Permission denied|is not recognized as)/ },
  { line: /\b(?:[Ee]rror|ERROR|FAILED|FAIL)\b\S*[:=] ?\S/ },
  { line: /^\s*(?:make|gmake|ninja)(?:\[\d+\])?: \*\*\* .+/ },
  { line: /\b(?:errors?|failed|failures?|cannot|could not|denied|timed out|not found|invalid|unknown)\b/i },
]

/** Lines, trimmed, that say only that there was an error, or are the tool's own words around the output. */
export const emptyWords =
  /^(?:Exit code:? \d+|Process exited with code -?\d+|Command (?:failed|exited) with .{0,40}code:? -?\d+\.?|Wall time: .*|Chunk ID: .*|Original token count: .*|Output:|Error:|\[exit code:? -?\d+\]|error: (?:script|recipe) .* exited with code \d+|.*ELIFECYCLE.*|(?:\[[\w:.-]+\] )?ERROR task failed|\S+\.go:\d+(?::\d+)?: : # .*|hint: .*|FAIL(?:ED)?|[\p{P}\p{S}\s]*)$/iu
