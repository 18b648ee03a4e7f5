import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Facts } from '../../../src/dataset/build/read-facts.ts'
import { createLogProgress } from '../../../src/github/dataset/log-progress.ts'
import { renderDatasetSummary } from '../../../src/github/dataset/render-dataset-summary.ts'

const facts = {
  consent: [{ training: 'unset', count: 3 }],
  excluded: [
    { reason: 'opt_out', count: 2 },
    { reason: 'new_reason', count: 1 },
  ],
} as Pick<Facts, 'consent' | 'excluded'> as Facts

describe('the job summary of a build', () => {
  it('has what was built, left out and not taken', () => {
    const text = renderDatasetSummary(
      {
        version: '1.1.0',
        isNew: true,
        facts,
        description: {
          tables: [
            {
              name: 'records',
              kind: 'table',
              splits: [
                { split: 'train', rows: 2 },
                { split: 'test', rows: 1 },
              ],
            },
            { name: 'sft', kind: 'view', splits: [{ split: 'train', rows: 0 }] },
          ],
        } as never,
      },
      { store: 'github-artifact:octo/app/`<b>|', problems: new Map([['wrong-digest', 4]]) },
    )
    assert.equal(
      text,
      [
        '## Dataset 1.1.0',
        '',
        'A new version is in ``github-artifact:octo/app/`<b>|``.',
        '',
        '| Table   | train | validation | test | Rows |',
        '| ------- | ----- | ---------- | ---- | ---- |',
        '| records | 2     | 0          | 1    | 3    |',
        '',
        'No record says that it may be used for training, so the training views are empty. Set `consent: {training: yes}` in the policy, or let authors tick it.',
        '',
        '### Left out',
        '',
        '| Reason     | Rows | Meaning                                     |',
        '| ---------- | ---- | ------------------------------------------- |',
        '| opt_out    | 2    | Its author or its repository has opted out. |',
        '| new_reason | 1    |                                             |',
        '',
        '### Could not be taken',
        '',
        '| Reason       | Inputs |',
        '| ------------ | ------ |',
        '| wrong-digest | 4      |',
        '',
      ].join('\n'),
    )
  })

  it('says that nothing is new, and that there is nothing', () => {
    const given = { isNew: false, description: null, facts: { ...facts, excluded: [] } }
    const about = { store: './store', problems: new Map<string, number>() }
    assert.equal(
      renderDatasetSummary({ ...given, version: '1.0.0' }, about),
      '## Dataset 1.0.0\n\nNothing is new. The newest version is in `./store`.\n',
    )
    assert.equal(
      renderDatasetSummary({ ...given, version: null }, about),
      '## Dataset\n\nThere is no record yet, so there is no dataset.\n',
    )
  })
})

describe('progress in the log', () => {
  it('says every ten seconds what is under way, and always what is worth keeping', () => {
    const lines: string[] = []
    let now = 0
    const progress = createLogProgress({ clean: (line) => lines.push(line) }, () => now)
    progress.step('artifacts', 1, 10)
    now = 10_000
    progress.step('artifacts', 5, 10, '4321 calls left')
    now = 15_000
    progress.step('artifacts', 6, 10)
    progress.say('Done')
    now = 30_000
    progress.step('history', 7, null)
    assert.deepEqual(lines, ['artifacts: 5 of 10, 4321 calls left', 'Done', 'history: 7'])
  })
})
