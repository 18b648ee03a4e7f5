import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalizeRollout } from '../../../scripts/record/normalize-rollout.ts'

const id = '01a21871-4fb3-7333-9348-6752d3acdbe6'
const other = '01a21871-60f1-7570-aa29-24efb831b2c8'
const normal = (count: number) => `00000000-0000-7000-8000-00000000000${count}`

test('replaces times, ids, paths and measures, and cuts what the system says', () => {
  const rows = [
    {
      timestamp: '2026-11-26T15:20:08.937Z',
      type: 'session_meta',
      payload: {
        id,
        timestamp: '2026-11-26T15:20:08.899Z',
        base_instructions: { text: 'You are' },
        cwd: '/tmp/x/shop',
      },
    },
    { timestamp: '2026-11-26T15:20:09.937Z', type: 'turn_context', payload: { model: 'm' } },
    { timestamp: '2026-11-26T15:20:10.937Z', type: 'turn_context', payload: { model: 'm' } },
    {
      timestamp: '2026-11-26T15:20:11.937Z',
      type: 'event_msg',
      payload: {
        id: `msg_${other}`,
        parent: id,
        text: 'a'.repeat(2000),
        duration_ms: 12,
        total: 12,
        process_id: '77',
      },
    },
    {
      timestamp: '2026-11-26T15:20:12.937Z',
      type: 'response_item',
      payload: {
        output:
          'Chunk ID: 9de8f1\nWall time: 0.0513 seconds\nOutput:\n/tmp/x/shop\naborted by user after 2.5s',
      },
    },
  ]
  assert.deepEqual(normalizeRollout(rows, [['/tmp/x', '/home/dev']], new Map()), [
    {
      timestamp: '2026-01-05T09:00:00.000Z',
      type: 'session_meta',
      payload: {
        id: normal(1),
        timestamp: '2026-01-05T09:00:00.000Z',
        base_instructions: { text: '(instructions)' },
        cwd: '/home/dev/shop',
      },
    },
    { timestamp: '2026-01-05T09:00:01.000Z', type: 'turn_context', payload: { model: 'm' } },
    {
      timestamp: '2026-01-05T09:00:02.000Z',
      type: 'event_msg',
      payload: {
        id: `msg_${normal(2)}`,
        parent: normal(1),
        text: `${'a'.repeat(60)} (cut by the recorder)`,
        duration_ms: 0,
        total: 12,
        process_id: '1000',
      },
    },
    {
      timestamp: '2026-01-05T09:00:03.000Z',
      type: 'response_item',
      payload: {
        output:
          'Chunk ID: 000000\nWall time: 0.1 seconds\nOutput:\n/home/dev/shop\naborted by user after 0.1s',
      },
    },
  ])
})

test('keeps rows that were copied into a fork at one time', () => {
  const row = (at: string, type: string, payload: object) => ({
    timestamp: `2026-11-26T15:20:${at}Z`,
    type,
    payload,
  })
  const rows = [
    row('08.000', 'session_meta', { id }),
    row('08.001', 'session_meta', { id: other }),
    row('08.005', 'event_msg', { type: 'user_message' }),
    row('09.000', 'event_msg', { type: 'user_message' }),
  ]
  assert.deepEqual(
    normalizeRollout(rows, [], new Map()).map(({ timestamp }) => timestamp),
    [
      '2026-01-05T09:00:00.000Z',
      '2026-01-05T09:00:00.000Z',
      '2026-01-05T09:00:00.000Z',
      '2026-01-05T09:00:01.000Z',
    ],
  )
})
