// What the report counts, row by row.

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ReportResults } from '../../../src/dataset/report/report-results.ts'
import { runReport } from '../../../src/dataset/report/run-report.ts'
import { runReportOn } from '../../support/run-report-on.ts'

const claude = { tool_id: 'claude-code', name: 'Claude Code' }
const codex = { tool_id: 'openai-codex', name: 'Codex' }

describe('runReport', () => {
  let results: ReportResults
  before(async () => {
    results = await runReportOn([
      {
        tools: [{ ...claude, version: '2.1.40', model: 'Opus 4.6', model_id: 'claude-opus-4-6' }],
        failures: [
          {
            summary: 'Invented an API',
            cause: 'old docs',
            resolution: 'read the source',
            category: 'hallucinated_api',
          },
          { summary: 'Slow', error: 'timeout' },
        ],
        corrections: [{ summary: 'Renamed', reason: 'house style', category: 'style', path: 'src/a.ts' }],
        sections: { tools: 'answered', failures: 'answered', corrections: 'answered', review: 'template' },
        areas: [{ area: 'src/core' }, { area: '.' }],
        findings: [{ rule: 'context', severity: 'info' }],
        review_decision: 'APPROVED',
        completeness: 50,
      },
      {
        created_month: 202611,
        created_at: '2026-11-01T00:00:00Z',
        merged: false,
        tools: [{ ...claude, version: '2.1.41' }, codex],
        failures: [
          { summary: 'Invented an API', cause: 'guessed', category: 'hallucinated_api', tool_seq: 2 },
          { summary: 'Broke the build', category: 'build_failure' },
          { summary: 'No such tool', tool_seq: 9 },
        ],
        sections: { tools: 'answered', failures: 'answered', review: 'absent' },
        areas: [{ area: 'src/core' }],
        completeness: 33,
      },
      {
        ai_use: 'none',
        repository: 'octo/lib',
        completeness: 100,
        sections: { failures: 'denied' },
        areas: [{ area: 'docs' }],
      },
      {
        ai_use: 'unknown',
        state: 'open',
        merged: null,
        created_month: null,
        created_at: null,
        completeness: 0,
      },
      {
        tools: [claude],
        merged: true,
        reverted_by: 'abc',
        sections: { failures: 'denied' },
        completeness: 17,
      },
    ])
  })

  it('says how much there is', () => {
    assert.deepEqual(results.overview, {
      pull_requests: 5,
      repositories: 2,
      first_month: 202610,
      last_month: 202611,
      ai_used: 3,
      ai_not_used: 1,
      merged: 3,
      closed_unmerged: 1,
      still_open: 1,
      reverted: 1,
      failures: 5,
      corrections: 1,
      with_failures: 2,
      with_corrections: 1,
    })
  })

  it('counts use by month, those without a date first, then the newest', () => {
    const counts = { ai_not_used: 0, ai_used_merged: 0, ai_used_closed_unmerged: 0 }
    assert.deepEqual(results.adoption, {
      total: 3,
      rows: [
        { ...counts, created_month: null, pull_requests: 1, ai_used: 0 },
        { ...counts, created_month: 202611, pull_requests: 1, ai_used: 1, ai_used_closed_unmerged: 1 },
        {
          created_month: 202610,
          pull_requests: 3,
          ai_used: 2,
          ai_not_used: 1,
          ai_used_merged: 2,
          ai_used_closed_unmerged: 0,
        },
      ],
    })
    assert.deepEqual(
      results.repositories.rows.map((row) => [row.repository, row.pull_requests, row.failures]),
      [
        ['octo/app', 4, 5],
        ['octo/lib', 1, 0],
      ],
    )
  })

  it('counts what became of them by use', () => {
    const rest = { changes_requested: 0, human_reviewed: 0, tests_run: 0 }
    assert.deepEqual(results.outcomes.rows, [
      { ...rest, ai_use: 'none', outcome: 'merged', pull_requests: 1, reverted: 0, approved: 0 },
      { ...rest, ai_use: 'unknown', outcome: 'open', pull_requests: 1, reverted: 0, approved: 0 },
      { ...rest, ai_use: 'used', outcome: 'closed_unmerged', pull_requests: 1, reverted: 0, approved: 0 },
      { ...rest, ai_use: 'used', outcome: 'merged', pull_requests: 2, reverted: 1, approved: 1 },
    ])
  })

  it('counts a failed attempt for the tool that is stated or the only one', () => {
    const counts = { reverted: 0, corrections: 0, with_version: 0 }
    assert.deepEqual(results.tools.rows, [
      {
        tool_key: 'claude-code',
        tool_id: 'claude-code',
        tool_name: 'Claude Code',
        pull_requests: 3,
        with_version: 2,
        merged: 2,
        closed_unmerged: 1,
        reverted: 1,
        speak_of_failures: 3,
        with_failures: 1,
        failures: 2,
        corrections: 1,
      },
      {
        ...counts,
        tool_key: 'openai-codex',
        tool_id: 'openai-codex',
        tool_name: 'Codex',
        pull_requests: 1,
        merged: 0,
        closed_unmerged: 1,
        speak_of_failures: 1,
        with_failures: 1,
        failures: 1,
      },
    ])
    assert.deepEqual(
      results.categories_by_tool.rows.map((row) => [
        row.kind,
        row.category,
        row.tool_key,
        row.lessons,
        row.tool_stated,
      ]),
      [
        ['correction', 'style', 'claude-code', 1, 0],
        ['failure', 'build_failure', null, 1, 0],
        ['failure', 'hallucinated_api', 'claude-code', 1, 0],
        ['failure', 'hallucinated_api', 'openai-codex', 1, 1],
        ['failure', null, 'claude-code', 1, 0],
        ['failure', null, null, 1, 0],
      ],
    )
  })

  it('counts versions where they are stated', () => {
    assert.deepEqual(
      results.tool_versions.rows.map((row) => [row.tool_key, row.version, row.model_id, row.pull_requests]),
      [
        ['claude-code', '2.1.40', 'claude-opus-4-6', 1],
        ['claude-code', '2.1.41', null, 1],
      ],
    )
    assert.deepEqual(
      results.categories_by_version.rows.map((row) => [row.kind, row.category, row.version, row.lessons]),
      [
        ['correction', 'style', '2.1.40', 1],
        ['failure', 'hallucinated_api', '2.1.40', 1],
        ['failure', null, '2.1.40', 1],
      ],
    )
  })

  it('counts a lesson in every area its pull request changes', () => {
    assert.deepEqual(
      results.areas.rows.map((row) => [
        row.repository,
        row.area,
        row.pull_requests,
        row.failures,
        row.corrections,
      ]),
      [
        ['octo/app', 'src/core', 2, 5, 1],
        ['octo/app', '.', 1, 2, 1],
        ['octo/lib', 'docs', 1, 0, 0],
      ],
    )
    assert.deepEqual(
      results.categories_by_area.rows
        .slice(0, 3)
        .map((row) => [row.kind, row.category, row.area, row.lessons]),
      [
        ['failure', 'hallucinated_api', 'src/core', 2],
        ['failure', null, 'src/core', 2],
        ['correction', 'style', '.', 1],
      ],
    )
  })

  it('counts the state of sections only where AI was used', () => {
    const states = { denied: 0, empty: 0, template: 0, absent: 0 }
    assert.deepEqual(results.sections.rows, [
      { ...states, section: 'corrections', pull_requests: 1, answered: 1 },
      { ...states, section: 'failures', pull_requests: 3, answered: 2, denied: 1 },
      { ...states, section: 'review', pull_requests: 2, answered: 0, template: 1, absent: 1 },
      { ...states, section: 'tools', pull_requests: 2, answered: 2 },
    ])
    assert.deepEqual(
      results.completeness.rows.map((row) => [
        row.created_month,
        row.pull_requests,
        row.score_sum,
        row.failures,
      ]),
      [
        [202611, 1, 33, 1],
        [202610, 2, 67, 2],
      ],
    )
  })

  it('counts findings by rule', () => {
    assert.deepEqual(results.findings.rows, [
      { rule: 'context', severity: 'info', findings: 1, pull_requests: 1 },
    ])
  })

  it('lists the lessons that say why, the fullest first, the same words once', () => {
    assert.equal(results.lessons.total, 3)
    assert.deepEqual(
      results.lessons.rows.map((row) => [row.kind, row.summary, row.why, row.url, row.times]),
      [
        ['correction', 'Renamed', 'house style', 'https://github.com/octo/app/pull/1', 1],
        ['failure', 'Invented an API', 'old docs', 'https://github.com/octo/app/pull/1', 2],
      ],
    )
  })

  it('says of how many each field is known', () => {
    const find = (of: string, field: string) => {
      const row = results.coverage.find((candidate) => candidate.of === of && candidate.field === field)
      return row && [row.known, row.total, row.pull_requests]
    }
    assert.deepEqual(find('pull_requests', 'ai_use'), [4, 5, 4])
    assert.deepEqual(find('pull_requests', 'created_at'), [4, 5, 4])
    assert.deepEqual(find('pull_requests', 'consent'), [0, 5, 0])
    assert.deepEqual(find('pull_requests', 'files'), [3, 5, 3])
    assert.deepEqual(find('pull_requests', 'failures'), [2, 5, 2])
    assert.deepEqual(find('tools', 'version'), [2, 4, 2])
    assert.deepEqual(find('failures', 'category'), [3, 5, 2])
    assert.deepEqual(find('failures', 'cause'), [2, 5, 2])
    assert.deepEqual(find('prompts', 'text'), [0, 0, 0])
  })

  it('refuses rows that the registry does not know', async () => {
    const message = 'Unexpected undefined in `report_overview.pull_requests`, expected int64'
    await assert.rejects(
      runReport(async () => [{}]),
      { name: 'TypeError', message },
    )
  })
})
