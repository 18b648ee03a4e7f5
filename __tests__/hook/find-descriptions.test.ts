// Which descriptions a command line gives to pull requests.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findDescriptions } from '../../src/hook/find-descriptions.ts'

const find = (line: string) =>
  findDescriptions(line, '/repo').map((source) =>
    source.kind === 'text' ? source.text : source.kind === 'file' ? `file ${source.path}` : 'unknown',
  )

describe('findDescriptions', () => {
  for (const [line, expected] of [
    // Not about descriptions.
    ['ls', []],
    ['gh pr list', []],
    ['gh pr view 1 --json body', []],
    ['echo gh pr create --body x', []],
    ['echo "gh pr create --body x"', []],
    ['git commit -m "gh pr create"', []],
    ['gh issue create --body pr', []],
    ['gh pr edit 3 --add-label x', []],
    ['# gh pr create --body x', []],
    // The forms of a body.
    ['gh pr create --title t --body b', ['b']],
    ['gh pr create -t t -b b', ['b']],
    ['gh pr create -tt -bb', ['b']],
    ['gh pr create --body=b', ['b']],
    ['gh pr new -b b', ['b']],
    ['gh -R o/r pr create -b b', ['b']],
    ['gh pr -R o/r create -b b', ['b']],
    ['gh pr edit 3 --body b', ['b']],
    ['gh pr create -F body.md', ['file /repo/body.md']],
    ['gh pr create -dF body.md', ['file /repo/body.md']],
    ['gh pr create --body-file=/tmp/body.md', ['file /tmp/body.md']],
    ['gh pr create --body "$(cat body.md)"', ['file /repo/body.md']],
    ['gh pr create --fill', ['']],
    ['gh pr create -t t', ['']],
    ['gh pr create -f -b b', ['b']],
    ["gh pr create -F - <<'EOF'\nb\nEOF", ['b\n']],
    ['gh pr create -F - <<< b', ['b\n']],
    // Around it.
    ['cd sub && gh pr create -F body.md', ['file /repo/sub/body.md']],
    ['(cd /x; gh pr create -F body.md)', ['file /x/body.md']],
    ['git push -u origin HEAD && gh pr create -b b 2>&1 | tail -1', ['b']],
    ['GH_TOKEN=x gh pr create -b b', ['b']],
    ['env A=b command gh pr create -b b', ['b']],
    ['if true; then gh pr create -b b; fi', ['b']],
    ['/usr/bin/gh pr create -b b', ['b']],
    ["bash -lc 'gh pr create -b b'", ['b']],
    ['gh pr create -b a; gh pr edit -b b', ['a', 'b']],
    ["cat > body.md <<'EOF'\nb\nEOF\ngh pr create -F body.md", ['b\n']],
    ["cat <<'EOF' > body.md && gh pr create -F ./body.md\nb\nEOF", ['b\n']],
    ['tee body.md <<< b; gh pr create -F body.md', ['b\n']],
    // What cannot be told, or is asked of a person.
    ['gh pr create --body "$BODY"', ['unknown']],
    ['gh pr create --body "$(./make-body)"', ['unknown']],
    ['./make-body | gh pr create -F -', ['unknown']],
    ['./make-body > body.md; gh pr create -F body.md', ['unknown']],
    ['cd "$X"; gh pr create -F body.md', ['unknown']],
    ['gh pr create -F ~/body.md', ['unknown']],
    ['gh pr create $OPTIONS', ['unknown']],
    ['gh pr create --title "$TITLE" --fill', ['']],
    ['gh pr create --web', ['unknown']],
    ['gh pr create --dry-run -b b', ['unknown']],
    ['gh pr create --help', ['unknown']],
    ['gh pr create -e', ['unknown']],
    // The draft comes first.
    ['npx ai-worklog draft --update body.md && gh pr create -F body.md', []],
    ['ai-worklog draft > body.md; gh pr create -F body.md', []],
  ] as const) {
    it(JSON.stringify(line), () => assert.deepEqual(find(line), expected))
  }

  it('does not take long over a long line', () => {
    for (const line of [
      'gh '.repeat(1_300_000),
      `${'gh pr create '.repeat(30_000)}`,
      `gh pr ${"bash -c 'gh pr "}`.repeat(9000),
    ]) {
      assert.ok(find(line).length <= 1)
    }
  })
})
