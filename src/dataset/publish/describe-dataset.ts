// The texts beside the data. Pure: the same description gives the same bytes.

import { createHash } from 'node:crypto'
import { renderCard } from './card/render-card.ts'
import { describeCroissant } from './croissant/describe-croissant.ts'
import type { DatasetDescription } from './dataset-description.ts'
import { describeChanges } from './describe-changes.ts'
import { type DescribedFile, describeManifest } from './describe-manifest.ts'

/** The text of every file that describes the dataset, by its path from the dataset’s folder. */
export function describeDataset(description: DatasetDescription): ReadonlyMap<string, string> {
  const texts = new Map([
    ['README.md', renderCard(description)],
    ['croissant.json', describeCroissant(description)],
    ['CHANGELOG.md', describeChanges(description)],
  ])
  const files = [...texts].map(([path, text]) => toFile(path, text))
  return new Map([...texts, ['manifest.json', describeManifest(description, files)]])
}

function toFile(path: string, text: string): DescribedFile {
  const bytes = Buffer.from(text)
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
