// What holds for any pull request, however hostile. `npm run fuzz` looks for exceptions for as long as it is given.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import {
  boundContainers,
  maxContainerWork,
  measureContainers,
} from '../../src/core/document/measure-containers.ts'
import {
  isPlainlyWithin,
  type Markup,
  maxMarkup,
  measureMarkup,
} from '../../src/core/document/measure-markup.ts'
import { measureNesting } from '../../src/core/document/measure-nesting.ts'
import { readDocument } from '../../src/core/document/read-document.ts'
import { readPolicy } from '../../src/core/policy/read-policy.ts'
import { assertHarmless, checkHostile, hostilePullRequest } from '../support/hostile-pull-requests.ts'
import { hostileText } from '../support/hostile-texts.ts'

// The same inputs in every run: a new one is the fuzzer's to find.
const parameters = { seed: 20_261_124, numRuns: 150 }

it('any pull request gives a valid record and harmless outputs, the same each time', () => {
  fc.assert(
    fc.property(hostilePullRequest(2000), (pullRequest) => {
      const check = checkHostile(pullRequest)
      assertHarmless(check, pullRequest)
      assert.deepEqual(checkHostile(pullRequest).record, check.record)
    }),
    parameters,
  )
})

it('a text that is read is within every cap', () => {
  fc.assert(
    fc.property(hostileText(20_000), (text) => {
      const { state, source } = readDocument(text, { source: 'body', commitSha: null })
      if (state !== 'read') return
      const markup = measureMarkup(source.text)
      assert.ok(measureContainers(source.text) <= maxContainerWork)
      for (const kind of ['brackets', 'emphasis', 'underlines', 'squares'] as const) {
        assert.ok(markup[kind] <= maxMarkup[kind], kind)
      }
    }),
    { ...parameters, numRuns: 100 },
  )
})

it('the bounds found at once are never below what is measured', () => {
  fc.assert(
    fc.property(hostileText(2000), (original) => {
      const text = original.replace(/\r\n?/g, '\n')
      const work = measureContainers(text)
      assert.ok(work <= boundContainers(text, measureNesting(text)))
      const markup = measureMarkup(text)
      const isOver = (Object.keys(maxMarkup) as (keyof Markup)[]).some(
        (kind) => markup[kind] > maxMarkup[kind],
      )
      assert.ok(!(isOver && isPlainlyWithin(text)))
    }),
    { ...parameters, numRuns: 4000 },
  )
})

it('any text is a policy or gives problems that name their place', () => {
  fc.assert(
    fc.property(hostileText(3000), (text) => {
      for (const { line, column, message } of readPolicy([{ file: 'p.yml', text }]).problems) {
        assert.ok(line >= 1 && column >= 1)
        assert.doesNotMatch(message, /[\p{Cc}\p{Cf}\p{Cs}]/u)
      }
    }),
    parameters,
  )
})
