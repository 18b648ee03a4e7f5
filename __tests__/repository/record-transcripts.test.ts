// The parts of recording that need no tool: what makes recordings the same everywhere, small, and comparable.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { cutRow } from '../../scripts/record/claude-code/cut-rows.ts'
import { cleanTexts } from '../../scripts/record/clean-texts.ts'
import { describeChanges } from '../../scripts/record/describe-changes.ts'

const folder = await mkdtemp(join(tmpdir(), 'record-'))
after(() => rm(folder, { recursive: true }))

describe('a recording', () => {
  it('is the same on every machine', () => {
    const id = 'c0ffee00-1111-4222-8333-444455556666'
    const row = `{"id":"${id}","at":"2026-11-26T15:20:35.344Z","durationMs":12,"total_cost_usd":0.5e-3,"sentAtMs":1795706435338,"startTime":1795706435338,"path":"/tmp/x/home/a"}`
    const cleaned = cleanTexts(
      new Map([
        ['b.jsonl', row],
        [`${id}.jsonl`, `${id} 2026-11-26T15:20:35.000Z agent a0123456789abcdef`],
      ]),
      new Map([['/tmp/x/home', '/home/dev']]),
    )
    const newId = '00000000-0000-4000-8000-000000000001'
    assert.deepEqual(
      [...cleaned],
      [
        [
          'b.jsonl',
          `{"id":"${newId}","at":"2026-01-01T00:00:01.000Z","durationMs":0,"total_cost_usd":0,"sentAtMs":0,"startTime":1767225600000,"path":"/home/dev/a"}`,
        ],
        [`${newId}.jsonl`, `${newId} 2026-01-01T00:00:00.000Z agent a0000000000000001`],
      ],
    )
  })

  it('holds no whole request, system prompt or long text', () => {
    const long = 'x'.repeat(500)
    assert.deepEqual(
      cutRow({ type: 'api-request', sessionId: 's', params: { a: 1 }, tail: ['b'], id: 'c' }),
      {
        type: 'api-request',
        sessionId: 's',
        params: {},
        tail: [],
        id: '(cut)',
      },
    )
    const attachment = { type: 'prompt_snapshot', systemPrompt: ['secret'] }
    assert.deepEqual(cutRow({ type: 'attachment', uuid: 'u', attachment, rendered: ['secret'] }), {
      type: 'attachment',
      uuid: 'u',
      attachment: { type: 'prompt_snapshot', systemPrompt: [] },
      rendered: [],
    })
    const queued = { type: 'attachment', attachment: { type: 'queued_command', prompt: 'kept' } }
    assert.deepEqual(cutRow(queued), queued)
    assert.deepEqual(cutRow({ type: 'user', message: { content: [{ text: long }] } }), {
      type: 'user',
      message: { content: [{ text: `${'x'.repeat(400)} (cut)` }] },
    })
  })

  it('is compared with the version before it', async () => {
    const rows = new Map([
      ['2.9.0', ['{"type":"user","a":{"b":1}}', '{"type":"old","x":1}']],
      [
        '2.10.0',
        ['{"type":"user","a":{"c":[{"d":1}]}}', '{"type":"attachment","attachment":{"type":"new"}}'],
      ],
    ])
    for (const [version, lines] of rows) {
      await mkdir(join(folder, version, 'sub'), { recursive: true })
      await writeFile(join(folder, version, 'sub', 'a.jsonl'), `${lines.join('\n')}\n`)
    }
    assert.deepEqual(describeChanges(folder, '2.10.0'), [
      'Against 2.9.0: 4 differences in shape',
      '+ attachment',
      '- old',
      '- user.a.b',
      '+ user.a.c',
    ])
    assert.deepEqual(describeChanges(folder, '2.9.0'), ['No version was recorded before it'])
  })
})
