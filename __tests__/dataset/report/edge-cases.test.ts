// The report of nothing, of one, of nulls, and of records that lie about themselves.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runReportOn } from '../../support/run-report-on.ts'

const claude = { tool_id: 'claude-code', name: 'Claude Code' }

describe('runReport', () => {
  it('counts 0 of nothing', async () => {
    const { overview, coverage, ...lists } = await runReportOn([])
    assert.deepEqual(
      Object.values(overview).filter((value) => value !== 0),
      [null, null],
    )
    assert.ok(coverage.every(({ total, known, pull_requests }) => total + known + pull_requests === 0))
    for (const list of Object.values(lists)) assert.deepEqual(list, { total: 0, rows: [] })
  })

  it('takes nulls everywhere', async () => {
    const results = await runReportOn([
      {
        ...Object.fromEntries(
          ['record_id', 'url', 'repository', 'ai_use', 'state', 'merged', 'created_month', 'created_at'].map(
            (name) => [name, null],
          ),
        ),
        completeness: null,
        tools: [{ name: null }],
        prompts: [{}],
        failures: [{ seq: null }],
        corrections: [{}],
        findings: [{}],
        areas: [{}],
      },
    ])
    assert.deepEqual(
      results.outcomes.rows.map(({ ai_use, outcome }) => [ai_use, outcome]),
      [[null, 'unknown']],
    )
    assert.deepEqual(results.tools.rows, [])
    assert.deepEqual(
      results.areas.rows.map(({ repository, area, failures }) => [repository, area, failures]),
      [[null, null, 1]],
    )
    assert.deepEqual(results.lessons.rows, [])
    assert.equal(results.overview.repositories, 0)
  })

  it('doubles no lesson of a record that gives two tools one seq', async () => {
    const results = await runReportOn([
      {
        tools: [
          { ...claude, seq: 1 },
          { tool_id: 'a', name: 'A', seq: 1 },
        ],
        failures: [{ summary: 'x', tool_seq: 1 }],
      },
    ])
    assert.equal(results.overview.failures, 1)
    assert.deepEqual(
      results.categories_by_tool.rows.map(({ lessons }) => lessons),
      [1],
    )
  })

  it('knows no version of the only tool when two are stated', async () => {
    const results = await runReportOn([
      {
        tools: [
          { ...claude, version: '1' },
          { ...claude, version: '2' },
        ],
        failures: [{ summary: 'x' }],
      },
      { tools: [{ ...claude, version: '3' }, claude], failures: [{ summary: 'y' }] },
    ])
    assert.deepEqual(
      results.categories_by_tool.rows.map(({ tool_key, lessons }) => [tool_key, lessons]),
      [['claude-code', 2]],
    )
    assert.deepEqual(results.categories_by_version.rows, [])
  })

  it('lists three lessons of a kind from one pull request and a hundred in all', async () => {
    const lesson = (number: number) => ({ summary: `s${number}`, cause: 'c' })
    const flood = { failures: Array.from({ length: 1000 }, (_, index) => lesson(index)) }
    const others = Array.from({ length: 150 }, (_, index) => ({ failures: [lesson(2000 + index)] }))
    const { lessons } = await runReportOn([flood, ...others])
    assert.equal(lessons.total, 1150)
    assert.equal(lessons.rows.length, 100)
    const ofFlood = lessons.rows.filter(({ record_id }) => record_id === 'github.com/1/1')
    assert.deepEqual(
      ofFlood.map(({ summary }) => summary),
      ['s0', 's1', 's2'],
    )
  })

  it('cuts long texts of lessons at 1,000 characters, never within one', async () => {
    const { lessons } = await runReportOn([{ failures: [{ summary: '😀'.repeat(1500), cause: 'c' }] }])
    assert.equal(lessons.rows[0]?.summary, '😀'.repeat(1000))
  })

  it('says how many rows there are when a list is cut', async () => {
    const { tools } = await runReportOn([
      { tools: Array.from({ length: 250 }, (_, index) => ({ name: `tool ${index}` })) },
    ])
    assert.deepEqual([tools.total, tools.rows.length], [250, 200])
  })
})
