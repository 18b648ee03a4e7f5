// Consent as people write it. A yes is never guessed: what is not plain, not ticked or not theirs is no answer.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extractPullRequest } from '../../../src/core/extract/extract-pull-request.ts'
import { createPullRequest, type Template } from '../../../src/core/pull-request.ts'
import { noOwnWords } from '../../../src/core/vocabulary/own-words.ts'

function read(body: string, templates: readonly Template[] = []) {
  return extractPullRequest(createPullRequest({ body, templates }))
}

function consentIn(body: string, templates: readonly Template[] = []): string {
  const { consent } = read(body, templates)
  if (consent === null) return 'unset'
  return consent.scope === null ? consent.training : `${consent.training}: ${consent.scope}`
}

const cases: readonly [expected: string, ...bodies: string[]][] = [
  [
    'yes',
    'Training consent: yes',
    '**Training consent:** Yes.',
    '- Training consent: yes',
    '- **Training consent**: yes',
    '- [x] Training consent: yes',
    '- [x] Training consent',
    'training-consent: Yes!',
    'Consent to training: I agree',
    'Consent to model training: granted',
    '### Training consent\n\nYes',
    '**Training consent**\n\nyes',
    'Training consent:\n\n- [x] Yes\n- [ ] No',
    'Training consent:\n- [ ] No\n- [X] Yes',
    '- Training consent\n  - [x] yes\n  - [ ] no',
    '| Field | Value |\n| --- | --- |\n| Training consent | yes |',
    '<details><summary>Training consent</summary>\n\nyes\n\n</details>',
    '- [x] I consent to this record being used for training.',
    '- [x] I agree that this worklog may be used for training models',
    '- [x] This record may be used for AI training',
    '### Training consent\n\n- [ ] I do not consent to training on this record\n- [x] I consent to training on this record',
    'Tools: Cursor\nTraining consent: yes\nModel: GPT-5',
    'Training consent: yes\n🤖 Generated with [Claude Code](https://claude.com/claude-code)',
    'Einwilligung zum Training: ja',
    "Consentement à l'entraînement : oui",
    'Consentimiento para el entrenamiento: sí',
    'Consentimento para treinamento: sim',
    'Согласие на обучение: да',
    '训练同意：是',
    '学習への同意: はい',
    '학습 동의: 예',
  ],
  [
    'no',
    'Training consent: no',
    'Training consent: No, it holds customer data',
    'Training consent: none',
    'Training consent: refused',
    'Training consent: I do not consent',
    'Training consent:\n- [x] No\n- [ ] Yes',
    'Training consent:\n- [x] No\n- [x] Yes',
    'Training consent: yes\n\nTraining consent: no',
    '- [x] I do not consent to this record being used for training',
    '- [x] This record must not be used for training',
    'I do not consent to this record being used for training.',
    'Please don’t use this record for training.',
    'Einwilligung zum Training: nein',
    'Consentimento para treinamento: não',
    '学習への同意: いいえ',
  ],
  [
    'yes: for internal models',
    'Training consent: yes, for internal models',
    'Training consent: yes (for internal models)',
  ],
  ['yes: only for research', 'Training consent: Yes — only for research.'],
  ['yes: within the company', 'Training consent: yes\nConsent scope: within the company'],
  [
    'yes: for research; in Europe',
    'Training consent: yes, for research\n\n- [x] I consent to this record being used for training\n\nConsent scope: in Europe',
  ],
  ['yes: not for products', '- Training consent: yes\n- Consent scope: not for products'],
  ['yes: for research and\nteaching'.replace('\n', ' '), 'Training consent: yes, for research and\nteaching'],
  [
    'unset',
    '',
    'Adds a retry.',
    'Training consent:',
    'Training consent: yes / no',
    'Training consent: Yes or No',
    'Training consent: ja / nein',
    'Training consent: <yes or no>',
    'Training consent: [yes/no]',
    'Training consent: TODO',
    'Training consent: n/a',
    'Training consent: unset',
    'Training consent: not decided',
    'Training consent: yes, but not for products',
    'Training consent: yes, if it is anonymised',
    'Training consent: yes\nbut only after the merge',
    'Training consent: yes\nunless a customer is named',
    '- Training consent: yes\n  - except for the prompts',
    'Training consent: yes?',
    'Training consent: ask my employer',
    '- [ ] Training consent',
    '- [ ] Training consent: yes',
    '- [ ] I consent to this record being used for training.',
    '- [ ] Training consent\n  - [x] yes',
    'Training consent:\n\n- [ ] Yes\n- [ ] No',
    'I consent to this record being used for training.',
    '> Training consent: yes',
    '```\nTraining consent: yes\n```',
    '<!-- Training consent: yes -->',
    'Adds a field for training consent: yes or no is stored with the user.',
    '- [x] I agree to the terms of the contributor licence',
    '- [x] The model is trained and the record is stored',
    '- [x] Users can consent to training in the settings',
    '### Consent\n\nYes',
  ],
]

describe('consent', () => {
  for (const [expected, ...bodies] of cases) {
    for (const body of bodies) {
      it(`is ${expected}: ${JSON.stringify(body)}`, () => assert.equal(consentIn(body), expected))
      if (expected !== 'unset') {
        it(`is ${expected} in a worklog and in CRLF: ${JSON.stringify(body)}`, () => {
          const whole = `Adds a retry.\n\n## AI worklog\n\n### Tools\n\n- Cursor\n\n${body}\n\n### Failed attempts\n\nNone\n`
          assert.equal(consentIn(whole.replaceAll('\n', '\r\n')), expected)
        })
      }
    }
  }

  it('is not what the repository’s own template says', () => {
    const text =
      '## AI disclosure\n\nTools:\n\nTraining consent: yes\n\nI do not consent to training on this record.\n'
    const templates = [{ path: 'pull_request_template.md', text, problem: null }]
    assert.equal(consentIn(text, templates), 'unset')
    assert.equal(consentIn(text.replace('Tools:', 'Tools: Cursor'), templates), 'unset')
  })

  it('is the ticked box of a template', () => {
    const text =
      '## AI disclosure\n\n- [ ] I consent to this record being used for training\n- [ ] AI was used\n'
    const templates = [{ path: 'pull_request_template.md', text, problem: null }]
    assert.equal(consentIn(text, templates), 'unset')
    assert.equal(consentIn(text.replace('[ ] I', '[x] I'), templates), 'yes')
  })

  it('is known by the repository’s own label', () => {
    const words = { ...noOwnWords, labels: { consent: ['Zgoda na trenowanie'] }, affirmations: ['Tak'] }
    const { consent } = extractPullRequest(createPullRequest({ body: 'Zgoda na trenowanie: tak' }), words)
    assert.equal(consent?.training, 'yes')
  })

  it('has its place', () => {
    const place = read('Adds it.\n\nTraining consent: yes').consent?.place
    assert.deepEqual([place?.start?.line, place?.end?.line], [3, 3])
  })

  it('is not read as anything else', () => {
    const body =
      '## AI worklog\n\n### Tools\n\n- Cursor 1.7\n\n### Prompts\n\n> Add a retry\n\n### Human review\n\n- [x] I ran the tests\n'
    const lines = [
      '- [x] I consent to this record being used for training, which I have read and reviewed',
      '- [ ] I do not consent to training on this record, which I reviewed',
    ]
    const plain = read(body).rows
    const { rows } = read(`${body}${lines.join('\n')}\n\n### Training consent\n\nYes\n`)
    for (const key of ['prompts', 'failures', 'corrections', 'context', 'review'] as const) {
      assert.deepEqual(rows[key], plain[key], key)
    }
    assert.deepEqual(
      rows.tools.map(({ name }) => name),
      ['Cursor'],
    )
  })

  it('ends at the next title, and takes nothing else along', () => {
    const { rows, consent } = read(
      '## AI worklog\n\n### Training consent\n\nYes\n\nThank you.\n\n### Failed attempts\n\n- It hung\n\n### Tools\n\nCursor',
    )
    assert.equal(consent?.training, 'yes')
    assert.deepEqual(
      rows.failures.map(({ summary }) => summary),
      ['It hung'],
    )
    assert.equal(rows.tools[0]?.name, 'Cursor')
  })
})

it('in a commit message is no answer, and nothing else either', () => {
  const message =
    'Add limits (#12)\n\n## AI worklog\n\n### Failed attempts\n\n- **Error:** no such file\n  **Resolution:** made it first\n\nTraining consent: yes'
  const { consent, rows } = extractPullRequest(
    createPullRequest({ commits: [{ sha: '1'.repeat(40), message, author: null, committer: null }] }),
  )
  assert.equal(consent, null)
  assert.deepEqual(
    rows.failures.map(({ summary }) => summary),
    ['no such file'],
  )
})
