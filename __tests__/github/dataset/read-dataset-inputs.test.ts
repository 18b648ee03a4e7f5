import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { readDatasetInputs } from '../../../src/github/dataset/read-dataset-inputs.ts'
import { locateStore, parseStorePlace } from '../../../src/github/dataset/store-place.ts'
import { UsageError } from '../../../src/report/usage-error.ts'

const toEnv = (inputs: Record<string, string>) => ({
  'INPUT_GITHUB-TOKEN': 'the-token',
  ...Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  ),
})
const read = (inputs: Record<string, string> = {}) => readDatasetInputs(toEnv(inputs))

function problemsOf(inputs: Record<string, string>): string[] {
  try {
    read(inputs)
  } catch (error) {
    assert.ok(error instanceof UsageError)
    return error.message.split('\n')
  }
  return []
}

const defaults = {
  githubToken: 'the-token',
  repositories: [],
  organization: null,
  artifactName: 'ai-worklog',
  history: true,
  withDiff: false,
  since: null,
  store: { kind: 'artifact' },
  datasetArtifactName: 'ai-worklog-dataset',
  authors: null,
  pseudonymKey: null,
  audience: null,
  optOut: null,
  keepDays: null,
  toolAgeDays: null,
  allowPrivate: null,
  license: null,
  asOf: null,
  report: true,
  upload: true,
  retentionDays: null,
  workDir: null,
}

describe('the inputs of the dataset action', () => {
  it('have defaults', () => {
    assert.deepEqual(read(), defaults)
  })

  it('are the same with the defaults of action.yml, which has all of them', () => {
    const text = readFileSync(new URL('../../../dataset/action.yml', import.meta.url), 'utf8')
    const inputs: Record<string, { default: string }> = parse(text).inputs
    const given = Object.entries(inputs).map(([name, input]): [string, string] => [name, input.default])
    assert.deepEqual(read(Object.fromEntries([...given, ['github-token', 'the-token']])), defaults)
    assert.equal(given.length, Object.keys(defaults).length)
  })

  it('are read', () => {
    const inputs = read({
      repositories: ' octo/app \r\nocto/lib\n\nocto/app',
      organization: 'octo-org',
      'artifact-name': 'log',
      history: 'false',
      'with-diff': 'true',
      since: '2026-01-02',
      store: 'branch:data/v1',
      'dataset-artifact-name': 'log-pr-set',
      authors: 'pseudonym',
      'pseudonym-key': ' 0123456789abcdef ',
      audience: 'public',
      'opt-out': '.github/opt-out.txt',
      'keep-days': '365',
      'tool-age-days': '30',
      'allow-private': 'false',
      license: 'MIT OR Apache-2.0',
      'as-of': '2026-01-31T12:00:00Z',
      report: 'false',
      upload: 'false',
      'retention-days': '400',
      'work-dir': 'work',
    })
    assert.deepEqual(inputs, {
      githubToken: 'the-token',
      repositories: ['octo/app', 'octo/lib'],
      organization: 'octo-org',
      artifactName: 'log',
      history: false,
      withDiff: true,
      since: '2026-01-02T00:00:00.000Z',
      store: { kind: 'branch', branch: 'data/v1' },
      datasetArtifactName: 'log-pr-set',
      authors: 'pseudonym',
      pseudonymKey: '0123456789abcdef',
      audience: 'public',
      optOut: '.github/opt-out.txt',
      keepDays: 365,
      toolAgeDays: 30,
      allowPrivate: false,
      license: 'MIT OR Apache-2.0',
      asOf: '2026-01-31T12:00:00.000Z',
      report: false,
      upload: false,
      retentionDays: 400,
      workDir: 'work',
    })
  })

  it('take the key from the environment too', () => {
    assert.equal(readDatasetInputs({ ...toEnv({}), AI_WORKLOG_PSEUDONYM_KEY: 'k' }).pseudonymKey, 'k')
  })

  const wrong: [string, string, string][] = [
    ['repositories', 'octo/app octo', 'a list of `owner/name`, one a line'],
    ['repositories', '../..', 'a list of `owner/name`, one a line'],
    ['organization', 'octo/app', 'the login of an organisation or a user'],
    ['history', 'yes', '`true` or `false`'],
    ['allow-private', '1', '`true` or `false`'],
    ['since', '2026-02-31T00:00', 'a date or a UTC time such as `2026-01-31T12:00:00Z`'],
    ['authors', 'name', 'one of `login`, `pseudonym`, `omit`'],
    ['audience', 'all', 'one of `team`, `public`'],
    ['keep-days', '0', 'a whole number from 1 to 36500'],
    ['tool-age-days', '-1', 'a whole number from 1 to 36500'],
    ['retention-days', '401', 'a whole number from 1 to 400'],
    ['license', 'MIT; rm', 'an SPDX expression such as `MIT`'],
    [
      'store',
      'gs://bucket',
      '`artifact`, `branch:<name>`, `release`, `s3://bucket/prefix`, or a folder such as `./store`',
    ],
    [
      'dataset-artifact-name',
      'a/b',
      'at most 180 letters, digits, spaces, `_`, `.` and `-`, and not only dots',
    ],
  ]
  for (const [name, value, expected] of wrong) {
    it(`${name} must not be ${value}`, () => {
      assert.deepEqual(problemsOf({ [name]: value }), [`\`${name}\` must be ${expected}, got \`${value}\``])
    })
  }

  it('do not let the dataset take the name of records', () => {
    for (const name of ['log', 'log-pr-12']) {
      assert.deepEqual(problemsOf({ 'artifact-name': 'log', 'dataset-artifact-name': name }), [
        `\`dataset-artifact-name\` must differ from the names of records, \`log\` and \`log-pr-<number>\`, got \`${name}\``,
      ])
    }
  })

  it('need a token', () => {
    assert.deepEqual(problemsOf({ 'github-token': '' }), [
      '`github-token` must not be empty: leave it out for the token of the workflow, or name one that may read',
    ])
  })
})

describe('the place of the store', () => {
  const locate = (text: string) => {
    const place = parseStorePlace(text)
    assert.ok(place, text)
    return locateStore(place, { repository: 'octo/app', artifactName: 'set', workspace: '/work' })
  }

  it('is told as the store is opened', () => {
    assert.equal(locate('artifact'), 'github-artifact:octo/app/set')
    assert.equal(locate('release'), 'github-release:octo/app')
    assert.equal(locate('branch:data/v1'), 'github-branch:octo/app@data/v1')
    assert.equal(locate('s3://bucket/a/b'), 's3://bucket/a/b')
    assert.equal(locate('github-branch:octo/data@main'), 'github-branch:octo/data@main')
  })

  it('is a folder else, in the workspace', { skip: process.platform === 'win32' }, () => {
    assert.equal(locate('./artifact'), '/work/artifact')
    assert.equal(locate('/mnt/store'), '/mnt/store')
  })

  it('is no service that we do not know', () => {
    for (const text of [
      'gs://bucket',
      'github-artifact:octo/data/set',
      'branch:',
      'branch:a b',
      'https://example.org/',
      'a\nb',
    ]) {
      assert.equal(parseStorePlace(text), null, text)
    }
  })
})
