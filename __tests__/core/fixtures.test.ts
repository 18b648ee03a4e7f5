// Every fixture against its `record.json` or `findings.txt`, or both. `UPDATE=1` rewrites what is there.

import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Check } from '../../src/core/check-pull-request.ts'
import { serializeRecord } from '../../src/core/record/serialize.ts'
import { formatCheck } from '../../src/report/format-check.ts'
import { checkFixture, readFixtures } from '../support/fixtures.ts'

const expectations: readonly { file: string; render: (check: Check) => string }[] = [
  { file: 'record.json', render: ({ record }) => serializeRecord(record) },
  { file: 'findings.txt', render: (check) => `${formatCheck(check, { color: false })}\n` },
]

describe('fixtures', () => {
  const fixtures = readFixtures()

  it('are there', () => assert.ok(fixtures.length >= 40))

  for (const fixture of fixtures) {
    it(fixture.name, () => {
      const check = checkFixture(fixture)
      const known = expectations.filter(({ file }) => existsSync(new URL(file, fixture.directory)))
      if (process.env.UPDATE === '1') {
        const wanted = known.length > 0 ? known : expectations.slice(0, 1)
        for (const { file, render } of wanted) writeFileSync(new URL(file, fixture.directory), render(check))
        return
      }
      assert.notEqual(known.length, 0, 'has neither record.json nor findings.txt; run with UPDATE=1')
      for (const { file, render } of known) {
        assert.equal(render(check), readFileSync(new URL(file, fixture.directory), 'utf8'), file)
      }
    })
  }
})
