// Our entry in agents' settings, which keep every other byte.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createSettings, dropEntry, hasEntry, putEntry } from '../../src/init/edit/json-entry.ts'
import { type HookAgent, hookAgents } from '../../src/init/hooks/hook-agents.ts'

const claude = hookAgents[0] ?? assert.fail()

function roundTrip(text: string, agent: HookAgent = claude): string {
  const filled = putEntry(text, agent)
  assert.ok(filled !== null && hasEntry(filled, agent), text)
  assert.equal(putEntry(filled, agent), filled)
  assert.equal(dropEntry(filled, agent), text)
  return filled
}

describe('an entry', () => {
  it('goes into settings and out again', () => {
    for (const text of [
      '{}',
      '{}\n',
      '{\n}\n',
      '{"hooks":{}}',
      '{"hooks": {"PreToolUse": []}}',
      '{\n  "hooks": {\n    "PreToolUse": [\n    ]\n  }\n}\n',
      '{\n  "hooks": {\n  }\n}\n',
      '{"permissions":{"allow":["Bash(ls)"]}}',
      '{\n  "permissions": { "allow": ["Bash(ls)"] }\n}\n',
      '{\n    "model": "opus",\n    "hooks": {\n        "Stop": []\n    }\n}',
      '{\r\n\t"model": "opus"\r\n}\r\n',
      '\uFEFF{\n  "a": 1\n}\n',
      '{\n  // a comment\n  "a": 1, // another\n  /* and */ "b": [1, 2]\n}\n',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "Edit", "hooks": [] }\n    ],\n    "Stop": []\n  },\n  "z": 1\n}\n',
    ]) {
      roundTrip(text)
    }
  })

  it('leaves any settings as they were', () => {
    const keys = fc.constantFrom('a', 'hooks', 'x y', 'PreToolUse')
    const hooks = fc.record(
      {
        PreToolUse: fc.array(fc.record({ matcher: fc.string() }), { maxLength: 3 }),
        Stop: fc.array(fc.string()),
      },
      { requiredKeys: [] },
    )
    const settings = fc.dictionary(keys, fc.oneof(fc.jsonValue(), hooks))
    const indents = fc.constantFrom(undefined, 2, 4, '\t', 1)
    fc.assert(
      fc.property(
        settings,
        indents,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (value, indent, newline, isEnded) => {
          const text = `${JSON.stringify(value, null, indent)}${isEnded ? '\n' : ''}`.replaceAll(
            '\n',
            newline,
          )
          if (putEntry(text, claude) !== null) roundTrip(text)
        },
      ),
    )
  })

  it('is indented as its neighbours are', () => {
    const filled = roundTrip('{\r\n\t"model": "opus"\r\n}\r\n')
    assert.match(
      filled,
      /\r\n\t"hooks": \{\r\n\t\t"PreToolUse": \[\r\n\t\t\t\{\r\n\t\t\t\t"matcher": "Bash",/,
    )
  })

  it('of every agent makes a file that is its own', () => {
    for (const agent of hookAgents) {
      const text = createSettings(agent)
      assert.ok(hasEntry(text, agent))
      assert.equal(putEntry(text, agent), text)
      roundTrip('{\n  "version": 1,\n  "other": true\n}\n', agent)
    }
  })

  it('of an older version is replaced', () => {
    const old =
      '{"hooks":{"PreToolUse":[{"matcher":"Bash","hooks":[{"type":"command","command":"npx ai-worklog hook claude-code"}]}]}}'
    const filled = putEntry(old, claude) ?? ''
    assert.equal(filled.match(/ai-worklog hook/g)?.length, 1)
    assert.ok(filled.includes('--offline'))
  })

  it('is removed as often as it is there, and others stay', () => {
    const [twice, only] = [
      '{"hooks":{"PreToolUse":[{"command":"ai-worklog hook claude-code"},{"command":"mine"},{"command":"ai-worklog hook claude-code"}]}}',
      '{"hooks":{"PreToolUse":[{"command":"mine"}]}}',
    ]
    assert.equal(dropEntry(twice, claude), only)
  })

  it('is looked for in the key that counts, the last of two', () => {
    const other = '{"hooks":{"PreToolUse":[{"matcher":"X"}]},'
    roundTrip(`${other}"hooks":{"Stop":[]}}`)
    const moved = `${other}"hooks":{"PreToolUse":[${JSON.stringify(claude.entry)} ]}}`
    assert.equal(dropEntry(moved, claude), `${other.slice(0, -1)}}`)
  })

  it('is not put into what nests too deep', () => {
    for (const deep of ['['.repeat(200_000), `${'['.repeat(501)}${']'.repeat(501)}`]) {
      assert.equal(putEntry(`{"a":${deep}}`, claude), null)
      assert.equal(hasEntry(`{"a":${deep}}`, claude), false)
    }
    roundTrip(`{"a":"${'[{\\"'.repeat(1000)}"}`)
  })

  it('is not put into what is not settings', () => {
    for (const text of [
      '',
      '[]',
      'null',
      '{',
      '{"a" 1}',
      '{"hooks": []}',
      '{"hooks": {"PreToolUse": {}}}',
      '# toml',
      '{"hooks": 1}',
    ]) {
      assert.equal(putEntry(text, claude), null, text)
      assert.equal(hasEntry(text, claude), false)
    }
  })
})
