// The YAML at the top of a card: what the Hugging Face hub and `datasets` read.

import { stringify } from 'yaml'
import { toSafeText } from '../../../core/render/safe-text.ts'
import { type FileSummary, splits, type TableSummary } from '../../tables/table-summary.ts'
import { countRecords, type DatasetDescription, filledTables } from '../dataset-description.ts'
import { toCardLicense } from '../licenses.ts'
import { toHubFeatures } from './hub-features.ts'

/** The front matter with its fences. */
export function renderFrontMatter(description: DatasetDescription): string {
  const tables = filledTables(description)
  const categories = [
    'text-generation',
    ...(tables.some(({ name }) => name === 'prompt_outcome') ? ['text-classification'] : []),
  ]
  const matter = {
    ...toCardLicense(description.licenses),
    // PyYAML takes no control characters, not even quoted ones.
    pretty_name: toSafeText(description.name ?? 'AI worklog'),
    language: ['en', 'code'],
    tags: ['ai-worklog', 'pull-requests', 'code', 'ai-assisted-development', 'croissant'],
    size_categories: [categorize(countRecords(description))],
    task_categories: categories,
    ...(tables.length === 0
      ? {}
      : { configs: tables.map(toConfig), dataset_info: tables.map(toDatasetInfo) }),
  }
  // The hub and `datasets` read YAML 1.1, in which an unquoted `no` is a boolean.
  return `---\n${stringify(matter, { schema: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false })}---\n`
}

function toConfig({ name, splits: parts }: TableSummary): object {
  return {
    config_name: name,
    ...(name === 'records' ? { default: true } : {}),
    data_files: inOrder(parts).map(({ split, parquet }) => ({ split, path: toPattern(parquet) })),
  }
}

function toDatasetInfo({ name, columns, splits: parts }: TableSummary): object {
  const ordered = inOrder(parts)
  const total = ordered.reduce((sum, { parquet }) => sum + countBytes(parquet), 0)
  return {
    config_name: name,
    features: toHubFeatures(columns),
    splits: ordered.map(({ split, rows, parquet }) => ({
      name: split,
      num_bytes: countBytes(parquet),
      num_examples: rows,
    })),
    download_size: total,
    dataset_size: total,
  }
}

function inOrder(parts: TableSummary['splits']): TableSummary['splits'] {
  return splits.flatMap((split) => parts.filter((part) => part.split === split))
}

/** The path of a single file, or one pattern for all shards. */
function toPattern(files: readonly FileSummary[]): string | string[] {
  const patterns = files.map(({ path }) => path.replace(/-\d{5}-of-\d{5}\.parquet$/, '-*.parquet'))
  const [first = '', ...others] = new Set(patterns)
  if (files.length === 1) return files[0]?.path ?? first
  return others.length === 0 ? first : [first, ...others]
}

function countBytes(files: readonly FileSummary[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** As the hub bins sizes, by the rows of the default configuration. */
function categorize(rows: number): string {
  const bins: [number, string][] = [
    [1e3, 'n<1K'],
    [1e4, '1K<n<10K'],
    [1e5, '10K<n<100K'],
    [1e6, '100K<n<1M'],
    [1e7, '1M<n<10M'],
    [1e8, '10M<n<100M'],
    [1e9, '100M<n<1B'],
  ]
  return bins.find(([limit]) => rows < limit)?.[1] ?? 'n>1T'
}
