// The baseline: what secretlint's recommended rules report, taken out as it reports it.

import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'
import type { Redact } from './score.ts'

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] }

/** How many secrets secretlint sees in `text` that are more than a mark of ours, `postgres://app:[REDACTED:…]@host`. */
export async function countBySecretlint(text: string): Promise<number> {
  const found = (await lint(text)).map(({ range: [start, end] }) => text.slice(start, end))
  return found.filter((secret) => !secret.includes('[REDACTED:')).length
}

export const redactBySecretlint: Redact = async (text) => {
  const ranges = (await lint(text)).map(({ range }) => range).sort((a, b) => b[0] - a[0])
  return ranges.reduce((left, [start, end]) => `${left.slice(0, start)}[REDACTED]${left.slice(end)}`, text)
}

async function lint(content: string) {
  const source = { filePath: 'body.md', content, contentType: 'text' as const }
  const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } })
  return messages
}
