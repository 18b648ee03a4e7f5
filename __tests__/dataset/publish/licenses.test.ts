import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toCardLicense, toCroissantLicenses } from '../../../src/dataset/publish/licenses.ts'

const of = (...licenses: (string | null)[]) => licenses.map((license) => ({ license, count: 1 }))

const cards: [string, (string | null)[], object][] = [
  ['one that the hub knows', ['Apache-2.0'], { license: 'apache-2.0' }],
  ['one that the hub spells shorter', ['GPL-3.0-or-later'], { license: 'gpl-3.0' }],
  ['one that the hub does not know', ['BlueOak-1.0.0'], { license: 'other', license_name: 'blueoak-1.0.0' }],
  ['several', ['MIT', 'Apache-2.0'], { license: 'other', license_name: 'by-record-see-source-license' }],
  ['one and none', ['MIT', null], { license: 'other', license_name: 'by-record-see-source-license' }],
  ['none', [null], { license: 'other', license_name: 'unknown' }],
  ['no records', [], { license: 'other', license_name: 'unknown' }],
  ['one that GitHub does not know', ['NOASSERTION'], { license: 'other', license_name: 'unknown' }],
  ['a stranger’s text', ['MIT\n---\nx: y'], { license: 'other', license_name: 'mit-----x-y' }],
  ['nothing of use', ['---'], { license: 'other', license_name: 'unknown' }],
]
for (const [what, licenses, expected] of cards) {
  test(`the card’s licence for ${what}`, () => assert.deepEqual(toCardLicense(of(...licenses)), expected))
}

test('a licence that no record has is not counted', () => {
  const licenses = [
    { license: 'MIT', count: 3 },
    { license: 'GPL-3.0', count: 0 },
  ]
  assert.deepEqual(toCardLicense(licenses), { license: 'mit' })
})

test('Croissant gets URLs, and a sentence for what has none', () => {
  const sentence = 'Not known for every record: see the field `source.license` of each.'
  assert.deepEqual(toCroissantLicenses(of('MIT')), ['https://spdx.org/licenses/MIT'])
  assert.deepEqual(toCroissantLicenses(of('MIT', 'NOASSERTION', null)), [
    'https://spdx.org/licenses/MIT',
    sentence,
  ])
  assert.deepEqual(toCroissantLicenses(of('../../x')), [sentence])
  assert.deepEqual(toCroissantLicenses([]), [sentence])
})
