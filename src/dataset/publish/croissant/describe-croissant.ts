// croissant.json: the dataset for machines, by Croissant 1.1 (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html).

import { publishedTables } from '../../tables/published.ts'
import { splits, type TableSummary } from '../../tables/table-summary.ts'
import { type DatasetDescription, filledTables, isPublic } from '../dataset-description.ts'
import { nameSources } from '../describe-manifest.ts'
import { toCroissantLicenses } from '../licenses.ts'
import { croissantContext } from './context.ts'
import { type CroissantField, toCroissantFields } from './croissant-fields.ts'
import { fileSetId, splitPattern, toDistribution } from './croissant-files.ts'

const program = 'https://github.com/ai-worklog/ai-worklog'

/** The text of croissant.json. */
export function describeCroissant(description: DatasetDescription): string {
  return `${JSON.stringify(createCroissant(description), null, 2)}\n`
}

function createCroissant(description: DatasetDescription): object {
  const { version, asOf, toolVersion, creator, url } = description
  const name = description.name ?? 'AI worklog'
  const tables = filledTables(description)
  return {
    '@context': croissantContext,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name,
    description:
      'How AI was used in pull requests: tools, prompts, failed attempts, manual corrections, and what became of each.',
    version,
    license: toCroissantLicenses(description.licenses),
    // The card stands beside this file; a dataset that is kept by a team has no page of its own.
    url: url ?? 'README.md',
    creator: {
      '@type': 'sc:Organization',
      name: creator ?? 'The team that ran ai-worklog',
    },
    datePublished: asOf,
    citeAs: `${name}, version ${version}, as of ${asOf}, built with ai-worklog ${toolVersion} (${program})`,
    inLanguage: 'en',
    keywords: ['pull requests', 'AI-assisted development', 'prompts', 'code review'],
    isLiveDataset: false,
    ...describeUse(description),
    'prov:wasDerivedFrom': describeOrigins(description),
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      'prov:label': `ai-worklog ${toolVersion}`,
      'prov:used': { '@id': program },
    },
    distribution: toDistribution(tables),
    recordSet: [...(tables.length === 0 ? [] : [splitSet]), ...tables.map(toRecordSet)],
  }
}

const splitSet = {
  '@type': 'cr:RecordSet',
  '@id': 'splits',
  name: 'splits',
  description: 'The splits a row can be in.',
  dataType: 'cr:Split',
  key: { '@id': 'splits/name' },
  field: [
    {
      '@type': 'cr:Field',
      '@id': 'splits/name',
      name: 'name',
      description: 'Its name, as in the names of files.',
      dataType: 'sc:Text',
    },
    {
      '@type': 'cr:Field',
      '@id': 'splits/url',
      name: 'url',
      description: 'What it is for.',
      dataType: 'sc:URL',
    },
  ],
  data: splits.map((split) => ({
    'splits/name': split,
    'splits/url': `cr:${split === 'validation' ? 'Validation' : split === 'train' ? 'Training' : 'Test'}Split`,
  })),
}

function toRecordSet({ name, description, columns }: TableSummary): object {
  const set = fileSetId(name)
  const keys = publishedTables.find((table) => table.name === name)?.key ?? []
  const split: CroissantField = {
    '@type': 'cr:Field',
    '@id': `${name}/split`,
    name: 'split',
    description: 'The split, read off the name of the file.',
    dataType: 'sc:Text',
    source: {
      fileSet: { '@id': set },
      extract: { fileProperty: 'fullpath' },
      transform: { regex: splitPattern(name) },
    },
    references: { field: { '@id': 'splits/name' } },
  }
  return {
    '@type': 'cr:RecordSet',
    '@id': name,
    name,
    description,
    ...(keys.length === 0 ? {} : { key: keys.map((key) => ({ '@id': `${name}/${key}` })) }),
    field: [split, ...toCroissantFields(name, set, columns)],
  }
}

function describeUse({ audience }: DatasetDescription): object {
  const consent =
    audience === 'public'
      ? 'Every record is of an author, or of a repository whose policy, that says yes to training.'
      : 'The training views hold only records whose author, or whose repository’s policy, says yes to training; the other tables hold all records, for the team’s own reports.'
  return {
    usageInfo: {
      '@type': 'sc:CreativeWork',
      name: 'Terms of use',
      text: `${consent} Each record is under the licence of its repository. Use the newest version, in which what people had taken out is gone.`,
    },
  }
}

/** The repositories when all are public, else how many records came from each kind of source. */
function describeOrigins(description: DatasetDescription): object[] {
  const names = nameSources(description).flatMap(({ name }) => (name === null ? [] : [name]))
  const repositories = [...new Set(names)].filter((name) => /^[\w.-]+\/[\w.-]+$/.test(name))
  if (isPublic(description) && repositories.length > 0) {
    return repositories.map((name) => ({ '@id': `https://github.com/${name}`, 'prov:label': name }))
  }
  const { repositories: count } = description
  return [
    {
      '@type': 'prov:Entity',
      'prov:label': `Pull requests of ${count} ${count === 1 ? 'repository' : 'repositories'}`,
    },
  ]
}
