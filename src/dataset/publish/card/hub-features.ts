// Columns as the Hugging Face hub writes them in a card’s `dataset_info`, so that `datasets` loads without casting.

import type { Column, ColumnType, Scalar } from '../../tables/column.ts'

/** One feature: a scalar’s `dtype`, or a nested list or struct. */
export type HubFeature = { name: string } & HubType
type HubType = { dtype: string } | { list: string | HubFeature[] | HubType } | { struct: HubFeature[] }

const dtypes: Readonly<Record<Scalar, string>> = {
  int32: 'int32',
  int64: 'int64',
  double: 'float64',
  boolean: 'bool',
  string: 'string',
  timestamp: 'timestamp[us, tz=UTC]',
}

/** The `features` of a configuration, in the order of the columns. */
export function toHubFeatures(columns: readonly Column[]): HubFeature[] {
  return columns.map(({ name, type }) => ({ name, ...toHubType(type) }))
}

function toHubType(type: ColumnType): HubType {
  if (typeof type === 'string') return { dtype: dtypes[type] }
  if ('struct' in type) return { struct: toHubFeatures(type.struct) }
  const item = toHubType(type.list)
  // As `Features._to_yaml_list` of `datasets` shortens them.
  if ('dtype' in item) return { list: item.dtype }
  return { list: 'struct' in item ? item.struct : item }
}
