// Reads the dataset action's inputs from the environment.

import { audiences, authorModes } from '../../dataset/build/build-options.ts'
import {
  choiceRule,
  licenseRule,
  mostDays,
  type OptionRule,
  organizationRule,
  repositoryRule,
  timeRule,
  wholeNumberRule,
} from '../../dataset/build/option-rules.ts'
import {
  artifactNameRule,
  createInputReader,
  type Environment,
  parseArtifactName,
  parseBoolean,
} from '../event/input-reader.ts'
import type { DatasetInputs } from './inputs.ts'
import { parseStorePlace, type StorePlace, storeRule } from './store-place.ts'

/** The inputs in `env`. Throws a {@link UsageError} that names every wrong one, a line each. */
export function readDatasetInputs(env: Environment): DatasetInputs {
  const { text, read, report, finish } = createInputReader(env)
  const byRule = <T>(name: string, { expected, parse }: OptionRule<T>) =>
    read<T | null>(name, expected, null, parse)
  const flag = (name: string, fallback: boolean) => read(name, trueOrFalse, fallback, parseBoolean)
  const inputs: DatasetInputs = {
    githubToken: text('github-token'),
    repositories: read('repositories', repositoriesRule, [], parseRepositories),
    organization: byRule('organization', organizationRule),
    artifactName: read('artifact-name', artifactNameRule, 'ai-worklog', parseArtifactName),
    history: flag('history', true),
    withDiff: flag('with-diff', false),
    since: byRule('since', timeRule),
    store: read<StorePlace>('store', storeRule, { kind: 'artifact' }, parseStorePlace),
    datasetArtifactName: read(
      'dataset-artifact-name',
      datasetNameRule,
      'ai-worklog-dataset',
      parseDatasetName,
    ),
    authors: byRule('authors', choiceRule(authorModes)),
    pseudonymKey: text('pseudonym-key') || env.AI_WORKLOG_PSEUDONYM_KEY || null,
    audience: byRule('audience', choiceRule(audiences)),
    optOut: text('opt-out') || null,
    keepDays: byRule('keep-days', wholeNumberRule(1, mostDays)),
    toolAgeDays: byRule('tool-age-days', wholeNumberRule(1, mostDays)),
    allowPrivate: read<boolean | null>('allow-private', trueOrFalse, null, parseBoolean),
    license: byRule('license', licenseRule),
    asOf: byRule('as-of', timeRule),
    report: flag('report', true),
    upload: flag('upload', true),
    retentionDays: byRule('retention-days', wholeNumberRule(1, 400)),
    workDir: text('work-dir') || null,
  }
  const { artifactName, datasetArtifactName } = inputs
  if (
    datasetArtifactName === artifactName ||
    (datasetArtifactName.startsWith(`${artifactName}-pr-`) &&
      /^\d+$/.test(datasetArtifactName.slice(artifactName.length + 4)))
  ) {
    report(
      `\`dataset-artifact-name\` must differ from the names of records, \`${artifactName}\` and \`${artifactName}-pr-<number>\`, got \`${datasetArtifactName}\``,
    )
  }
  if (inputs.githubToken === '') {
    report(
      '`github-token` must not be empty: leave it out for the token of the workflow, or name one that may read',
    )
  }
  finish()
  return inputs
}

const trueOrFalse = '`true` or `false`'
const repositoriesRule = 'a list of `owner/name`, one a line'
const datasetNameRule = 'at most 180 letters, digits, spaces, `_`, `.` and `-`, and not only dots'

function parseRepositories(text: string): string[] | null {
  const names = text.split(/\s+/).filter((name) => name !== '')
  return names.every((name) => repositoryRule.parse(name) !== null) ? [...new Set(names)] : null
}

function parseDatasetName(text: string): string | null {
  return /^[\w. -]{1,180}$/.test(text) && !/^\.+$/.test(text) ? text : null
}
